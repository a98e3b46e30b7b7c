package org.vellum.competency.evaluation.oneroster;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.vellum.competency.evaluation.oneroster.GradebookObject.Base;
import org.vellum.competency.evaluation.oneroster.GradebookObject.Category;
import org.vellum.competency.evaluation.oneroster.GradebookObject.Item;
import org.vellum.competency.evaluation.oneroster.GradebookObject.Objective;
import org.vellum.competency.evaluation.oneroster.GradebookObject.ScoreScale;
import org.vellum.platform.usecase.Repository;

/** The gradebook's objects but for results, as clients change them. */
@Repository
class GradebookTables {
  private static final Map<String, String> TABLES =
      Map.of(
          "category", "category",
          "scoreScale", "score_scale",
          "lineItem", "line_item",
          "assessmentLineItem", "line_item");

  /** Where what a member names must be; an assessment's parent is an assessment too. */
  private static final Map<String, String> TARGETS =
      Map.of(
          "class", "class where active",
          "school", "org where active",
          "category", "category where active",
          "academicSession", "academic_session where active",
          "course", "course where active",
          "scoreScale", "score_scale where active",
          "parentAssessmentLineItem", "line_item where active and assessment");

  private final Jdbi jdbi;

  @Inject
  GradebookTables(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What is stored under an identifier.
   *
   * @param singular name of its class
   * @param lastModified when it was last modified
   */
  record Known(String singular, Instant lastModified) {}

  /** The first member that names what is not there. */
  Optional<String> unknownReference(GradebookObject object) {
    return object.references().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(reference -> !isThere(reference.getKey(), reference.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private boolean isThere(String member, String sourcedId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select exists (select from competency."
                    + TARGETS.get(member)
                    + " and sourced_id = :id)")
            .bind("id", sourcedId)
            .mapTo(Boolean.class)
            .one());
  }

  /** What is stored; nobody else changes it until the transaction ends. */
  Optional<Known> lock(String singular, String sourcedId) {
    String table = TABLES.get(singular);
    String name =
        "line_item".equals(table)
            ? "case when assessment then 'assessmentLineItem' else 'lineItem' end"
            : "'" + singular + "'";
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select last_modified, "
                    + name
                    + " as name from competency."
                    + table
                    + " where sourced_id = :id for update")
            .bind("id", sourcedId)
            .map((row, context) ->
                new Known(
                    row.getString("name"),
                    row.getObject("last_modified", java.time.OffsetDateTime.class).toInstant()))
            .findOne());
  }

  /** Marks an object as to be deleted; whether there was one that was not. */
  boolean end(String singular, String sourcedId, Instant now) {
    String kind =
        switch (singular) {
          case "lineItem" -> " and not assessment";
          case "assessmentLineItem" -> " and assessment";
          default -> "";
        };
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "update competency."
                    + TABLES.get(singular)
                    + " set active = false, last_modified = greatest(last_modified, :now)"
                    + " where sourced_id = :id and active"
                    + kind)
            .bind("id", sourcedId)
            .bind("now", now)
            .execute())
        == 1;
  }

  /** Stores an object in place of what was stored of it before. */
  void put(GradebookObject object) {
    switch (object) {
      case Category category -> put(category);
      case ScoreScale scale -> put(scale);
      case Item item -> {
        put(item);
        putScale(item);
        putObjectives(item);
      }
    }
  }

  private void put(Category category) {
    jdbi.useHandle(handle ->
        bind(
                handle.createUpdate(
                    """
                    insert into competency.category (sourced_id, active, title, weight, metadata,
                      last_modified)
                    values (:sourcedId, :active, :title, :weight, :metadata, :lastModified)
                    on conflict (sourced_id) do update set active = excluded.active,
                      title = excluded.title, weight = excluded.weight,
                      metadata = excluded.metadata, last_modified = excluded.last_modified
                    """),
                category.base())
            .bind("weight", category.weight())
            .execute());
  }

  private void put(ScoreScale scale) {
    jdbi.useHandle(handle ->
        bind(
                handle.createUpdate(
                    """
                    insert into competency.score_scale (sourced_id, active, title, type,
                      course_sourced_id, class_sourced_id, scale_values, metadata, last_modified)
                    values (:sourcedId, :active, :title, :type, :course, :class, :values, :metadata,
                      :lastModified)
                    on conflict (sourced_id) do update set active = excluded.active,
                      title = excluded.title, type = excluded.type,
                      course_sourced_id = excluded.course_sourced_id,
                      class_sourced_id = excluded.class_sourced_id,
                      scale_values = excluded.scale_values, metadata = excluded.metadata,
                      last_modified = excluded.last_modified
                    """),
                scale.base())
            .bind("type", scale.type())
            .bind("course", scale.references().get("course"))
            .bind("class", scale.references().get("class"))
            .bind("values", scale.values())
            .execute());
  }

  private void put(Item item) {
    Map<String, String> references = item.references();
    jdbi.useHandle(handle ->
        bind(handle.createUpdate(PUT_ITEM), item.base())
            .bind("assessment", item.assessment())
            .bind("description", item.description())
            .bind("assignDate", item.assignDate())
            .bind("dueDate", item.dueDate())
            .bind("class", references.get("class"))
            .bind("school", references.get("school"))
            .bind("category", references.get("category"))
            .bind("session", references.get("academicSession"))
            .bind("parent", references.get("parentAssessmentLineItem"))
            .bind("minimum", item.minimum())
            .bind("maximum", item.maximum())
            .execute());
  }

  private static final String PUT_ITEM =
      """
      insert into competency.line_item (sourced_id, active, assessment, title, description,
        assign_date, due_date, class_sourced_id, category_sourced_id,
        academic_session_sourced_id, parent_sourced_id, result_value_min, result_value_max,
        school_sourced_id, metadata, last_modified)
      values (:sourcedId, :active, :assessment, :title, :description, :assignDate, :dueDate,
        :class, :category, :session, :parent, :minimum, :maximum, :school, :metadata,
        :lastModified)
      on conflict (sourced_id) do update set active = excluded.active,
        title = excluded.title, description = excluded.description,
        assign_date = excluded.assign_date, due_date = excluded.due_date,
        class_sourced_id = excluded.class_sourced_id,
        category_sourced_id = excluded.category_sourced_id,
        academic_session_sourced_id = excluded.academic_session_sourced_id,
        parent_sourced_id = excluded.parent_sourced_id,
        result_value_min = excluded.result_value_min,
        result_value_max = excluded.result_value_max,
        school_sourced_id = excluded.school_sourced_id, metadata = excluded.metadata,
        last_modified = excluded.last_modified
      """;

  private void putScale(Item item) {
    jdbi.useHandle(handle -> {
      bind(
              handle.createUpdate(
                  """
                  update competency.line_item_score_scale
                     set active = false, last_modified = :lastModified
                   where line_item_sourced_id = :sourcedId and active
                  """),
              item.base())
          .execute();
      bind(
              handle.createUpdate(
                  """
                  insert into competency.line_item_score_scale
                  select :sourcedId || '/' || :scale, true, :sourcedId, :scale, :lastModified
                   where :scale::text is not null
                  on conflict (sourced_id) do update set active = true,
                    last_modified = excluded.last_modified
                  """),
              item.base())
          .bind("scale", item.references().get("scoreScale"))
          .execute();
    });
  }

  private void putObjectives(Item item) {
    jdbi.useHandle(handle -> {
      bind(
              handle.createUpdate(
                  """
                  update competency.line_item_objective
                     set active = false, last_modified = :lastModified
                   where line_item_sourced_id = :sourcedId and active
                  """),
              item.base())
          .execute();
      bind(
              handle.createUpdate(
                  """
                  insert into competency.line_item_objective (sourced_id, active,
                    line_item_sourced_id, source, learning_objective_id, last_modified)
                  select :sourcedId || '/' || o.source || '/' || o.id, true, :sourcedId, o.source,
                    o.id, :lastModified
                    from unnest(:sources, :ids) as o (source, id)
                  on conflict (sourced_id) do update set active = true,
                    last_modified = excluded.last_modified
                  """),
              item.base())
          .bind("sources", item.objectives().stream().map(Objective::source).toArray(String[]::new))
          .bind("ids", item.objectives().stream().map(Objective::id).toArray(String[]::new))
          .execute();
    });
  }

  private static Update bind(Update update, Base base) {
    return update
        .bind("sourcedId", base.sourcedId())
        .bind("active", base.active())
        .bind("title", base.title())
        .bind("metadata", base.metadata())
        .bind("lastModified", base.lastModified());
  }
}
