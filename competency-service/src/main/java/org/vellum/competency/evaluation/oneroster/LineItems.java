package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.evaluation.oneroster.GradebookLineItem.Objective;
import org.vellum.platform.usecase.Repository;

/** The roster's line items as the gradebook shows them, without those that are to be deleted. */
@Repository
class LineItems {
  private static final String LINE_ITEMS =
      """
      select li.*, coalesce(li.school_sourced_id, c.school_sourced_id) as school,
             (select array_agg(array[o.source, o.learning_objective_id] order by o.sourced_id)
                from competency.line_item_objective o
               where o.line_item_sourced_id = li.sourced_id and o.active) as objectives
        from competency.line_item li
        join competency.class c on c.sourced_id = li.class_sourced_id
       where li.active
      """;

  private final Jdbi jdbi;

  @Inject
  LineItems(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Optional<GradebookLineItem> find(String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(LINE_ITEMS + " and li.sourced_id = :sourcedId")
            .bind("sourcedId", sourcedId)
            .map((row, context) -> lineItem(row))
            .findOne());
  }

  List<GradebookLineItem> list(int limit, int offset) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(LINE_ITEMS + " order by li.sourced_id limit :limit offset :offset")
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> lineItem(row))
            .list());
  }

  int count() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from competency.line_item where active")
            .mapTo(Integer.class)
            .one());
  }

  /** The first member that names what the roster does not know. */
  Optional<String> unknownReference(GradebookLineItem item) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select case
                  when not exists (select from competency.class
                    where sourced_id = :class and active) then 'class'
                  when not exists (select from competency.org
                    where sourced_id = :school and active) then 'school'
                  when not exists (select from competency.category
                    where sourced_id = :category and active) then 'category'
                  when :session::text is not null and not exists (
                    select from competency.academic_session
                    where sourced_id = :session and active) then 'academicSession' end
                """)
            .bind("class", item.classSourcedId())
            .bind("school", item.schoolSourcedId())
            .bind("category", item.categorySourcedId())
            .bind("session", item.academicSessionSourcedId())
            .mapTo(String.class)
            .findOne());
  }

  /**
   * When a stored line item was last modified; nobody else changes it until the transaction ends.
   */
  Optional<Instant> lockLastModified(String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select last_modified from competency.line_item
                 where sourced_id = :sourcedId for update
                """)
            .bind("sourcedId", sourcedId)
            .mapTo(Instant.class)
            .findOne());
  }

  /** Stores it with its objectives, in place of what was stored of it before. */
  void put(GradebookLineItem item) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.line_item (sourced_id, active, title, description,
                  assign_date, due_date, class_sourced_id, category_sourced_id,
                  academic_session_sourced_id, result_value_min, result_value_max,
                  school_sourced_id, last_modified)
                values (:sourcedId, :active, :title, :description, :assignDate, :dueDate,
                  :class, :category, :session, :minimum, :maximum, :school, :lastModified)
                on conflict (sourced_id) do update set active = excluded.active,
                  title = excluded.title, description = excluded.description,
                  assign_date = excluded.assign_date, due_date = excluded.due_date,
                  class_sourced_id = excluded.class_sourced_id,
                  category_sourced_id = excluded.category_sourced_id,
                  academic_session_sourced_id = excluded.academic_session_sourced_id,
                  result_value_min = excluded.result_value_min,
                  result_value_max = excluded.result_value_max,
                  school_sourced_id = excluded.school_sourced_id,
                  last_modified = excluded.last_modified
                """)
            .bind("sourcedId", item.sourcedId())
            .bind("active", item.active())
            .bind("title", item.title())
            .bind("description", item.description())
            .bind("assignDate", item.assignDate())
            .bind("dueDate", item.dueDate())
            .bind("class", item.classSourcedId())
            .bind("category", item.categorySourcedId())
            .bind("session", item.academicSessionSourcedId())
            .bind("minimum", item.resultValueMin())
            .bind("maximum", item.resultValueMax())
            .bind("school", item.schoolSourcedId())
            .bind("lastModified", item.lastModified())
            .execute());
    putObjectives(item);
  }

  private void putObjectives(GradebookLineItem item) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate(
              """
              update competency.line_item_objective
                 set active = false, last_modified = :lastModified
               where line_item_sourced_id = :lineItem and active
              """)
          .bind("lineItem", item.sourcedId())
          .bind("lastModified", item.lastModified())
          .execute();
      handle
          .createUpdate(
              """
              insert into competency.line_item_objective (sourced_id, active,
                line_item_sourced_id, source, learning_objective_id, last_modified)
              select :lineItem || '/' || o.source || '/' || o.id, true, :lineItem, o.source,
                o.id, :lastModified
                from unnest(:sources, :ids) as o (source, id)
              on conflict (sourced_id) do update set active = true,
                last_modified = excluded.last_modified
              """)
          .bind("lineItem", item.sourcedId())
          .bind("lastModified", item.lastModified())
          .bind("sources", item.objectives().stream().map(Objective::source).toArray(String[]::new))
          .bind("ids", item.objectives().stream().map(Objective::id).toArray(String[]::new))
          .execute();
    });
  }

  private static GradebookLineItem lineItem(ResultSet row) throws SQLException {
    return new GradebookLineItem(
        row.getString("sourced_id"),
        row.getBoolean("active"),
        instant(row, "last_modified"),
        row.getString("title"),
        Optional.ofNullable(row.getString("description")),
        instant(row, "assign_date"),
        instant(row, "due_date"),
        row.getString("class_sourced_id"),
        row.getString("school"),
        row.getString("category_sourced_id"),
        Optional.ofNullable(row.getString("academic_session_sourced_id")),
        row.getBigDecimal("result_value_min"),
        row.getBigDecimal("result_value_max"),
        objectives(row.getArray("objectives")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static List<Objective> objectives(@Nullable Array pairs) throws SQLException {
    List<Objective> objectives = new ArrayList<>();
    if (pairs != null) {
      for (String[] pair : (String[][]) pairs.getArray()) {
        objectives.add(new Objective(pair[0], pair[1]));
      }
    }
    return objectives;
  }
}
