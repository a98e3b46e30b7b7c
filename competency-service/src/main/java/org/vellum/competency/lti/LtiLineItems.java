package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.vellum.platform.usecase.Repository;

/** The line items of the roster that belong to a tool. A tool sees its own and no others. */
@Repository
public class LtiLineItems {
  private static final UUID FIRST = new UUID(0, 0);
  static final String COLUMNS =
      """
      select i.id, li.sourced_id, i.context, li.title as label,
             li.result_value_max as score_maximum, i.resource_link, i.resource_id, i.tag,
             i.starts_at, i.ends_at
      """;

  static final String TABLES =
      """
        from competency.lti_line_item i
        join competency.line_item li on li.sourced_id = i.line_item_sourced_id and li.active
       where i.context = :context and i.client_id = :client
      """;

  private static final String ITEMS = COLUMNS + TABLES;

  private final Jdbi jdbi;

  @Inject
  public LtiLineItems(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Which line items are asked for (AGS 2.0, section 3.2.4).
   *
   * @param resourceLink of one link, or any
   * @param resourceId with this resource id, or any
   * @param tag with this tag, or any
   * @param after after which identifier, or from the first on
   */
  public record Asked(
      Optional<UUID> resourceLink,
      Optional<String> resourceId,
      Optional<String> tag,
      Optional<UUID> after,
      int limit) {}

  /** A line item of a tool in a class. */
  public Optional<LtiLineItem> find(UUID context, String clientId, UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(ITEMS + " and i.id = :id")
            .bind("context", context)
            .bind("client", clientId)
            .bind("id", id)
            .map((row, mapping) -> item(row))
            .findOne());
  }

  /** The line items of a tool in a class, in the order of their making. */
  public List<LtiLineItem> list(UUID context, String clientId, Asked asked) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                ITEMS
                    + """
                     and i.id > :after and (:link::uuid is null or i.resource_link = :link)
                     and (:resourceId::text is null or i.resource_id = :resourceId)
                     and (:tag::text is null or i.tag = :tag) order by i.id limit :limit
                    """)
            .bind("context", context)
            .bind("client", clientId)
            .bind("after", asked.after().orElse(FIRST))
            .bind("link", asked.resourceLink())
            .bind("resourceId", asked.resourceId())
            .bind("tag", asked.tag())
            .bind("limit", asked.limit())
            .map((row, mapping) -> item(row))
            .list());
  }

  /**
   * Makes a line item of the roster, in the category of what comes over LTI, with a scale from 0.
   * The roster wants a day on which it is due: the end of the class's last term if none is known.
   */
  public void addToRoster(NewRow row, Instant now) {
    jdbi.useHandle(handle -> {
      handle.execute(
          """
          insert into competency.category (sourced_id, active, title, last_modified)
          values ('vellum-lti', true, 'Assessments over LTI', now()) on conflict do nothing
          """);
      handle
          .createUpdate(
              """
              insert into competency.line_item (sourced_id, active, title, assign_date, due_date,
                class_sourced_id, category_sourced_id, result_value_min, result_value_max,
                last_modified)
              select :sourcedId, true, :title, coalesce(:starts, :now),
                greatest(coalesce(:starts, :now), coalesce(:ends, (select max(s.end_date)
                  from competency.academic_session s where s.sourced_id = any(c.term_sourced_ids)),
                  :now)),
                c.sourced_id, 'vellum-lti', 0, :maximum, :now
                from competency.class c where c.sourced_id = :class
              """)
          .bind("sourcedId", row.sourcedId())
          .bind("title", row.title())
          .bind("starts", row.startsAt())
          .bind("ends", row.endsAt())
          .bind("class", row.classSourcedId())
          .bind("maximum", row.maximum())
          .bind("now", now)
          .execute();
      row.competency().ifPresent(competency -> addObjective(row.sourcedId(), competency, now));
    });
  }

  private void addObjective(String lineItem, UUID competency, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.line_item_objective (sourced_id, active,
                  line_item_sourced_id, source, learning_objective_id, last_modified)
                values (:item || '/case/' || :competency, true, :item, 'case', :competency, :now)
                """)
            .bind("item", lineItem)
            .bind("competency", competency.toString())
            .bind("now", now)
            .execute());
  }

  /**
   * A line item of the roster that is about to be made.
   *
   * @param sourcedId its {@code sourcedId}
   * @param title its title
   * @param classSourcedId the class
   * @param maximum the greatest value of its scale
   * @param startsAt from when on something can be handed in
   * @param endsAt until when
   * @param competency identifier of the CFItem that it evaluates, if one is known
   */
  public record NewRow(
      String sourcedId,
      String title,
      String classSourcedId,
      BigDecimal maximum,
      Optional<Instant> startsAt,
      Optional<Instant> endsAt,
      Optional<UUID> competency) {}

  /** Says that a line item of the roster is this tool's. */
  void add(LtiLineItem item, String clientId, Instant now) {
    jdbi.useHandle(handle ->
        bind(
                handle.createUpdate(
                    """
                    insert into competency.lti_line_item (id, line_item_sourced_id, client_id,
                      context, resource_link, resource_id, tag, starts_at, ends_at, made_at)
                    values (:id, :sourcedId, :client, :context, :link, :resourceId, :tag,
                      :starts, :ends, :now)
                    """),
                item)
            .bind("client", clientId)
            .bind("context", item.context())
            .bind("now", now)
            .execute());
  }

  /** Replaces what a tool says of a line item of its own. */
  void replace(LtiLineItem item, Instant now) {
    jdbi.useHandle(handle -> {
      bind(
              handle.createUpdate(
                  """
                  update competency.lti_line_item set resource_link = :link,
                    resource_id = :resourceId, tag = :tag, starts_at = :starts, ends_at = :ends
                   where id = :id and line_item_sourced_id = :sourcedId
                  """),
              item)
          .execute();
      handle
          .createUpdate(
              """
              update competency.line_item set title = :title, result_value_max = :maximum,
                assign_date = coalesce(:starts, assign_date),
                due_date = greatest(coalesce(:starts, assign_date), coalesce(:ends, due_date)),
                last_modified = :now
               where sourced_id = :sourcedId
              """)
          .bind("sourcedId", item.sourcedId())
          .bind("title", item.label())
          .bind("maximum", item.scoreMaximum())
          .bind("starts", item.startsAt())
          .bind("ends", item.endsAt())
          .bind("now", now)
          .execute();
    });
  }

  /** Takes a line item out of the roster; what was scored on it is kept. */
  void end(String sourcedId, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.line_item set active = false, last_modified = :now
                 where sourced_id = :sourcedId
                """)
            .bind("sourcedId", sourcedId)
            .bind("now", now)
            .execute());
  }

  static LtiLineItem item(ResultSet row) throws SQLException {
    return new LtiLineItem(
        row.getObject("id", UUID.class),
        row.getString("sourced_id"),
        row.getObject("context", UUID.class),
        row.getString("label"),
        row.getBigDecimal("score_maximum"),
        Optional.ofNullable(row.getObject("resource_link", UUID.class)),
        Optional.ofNullable(row.getString("resource_id")),
        Optional.ofNullable(row.getString("tag")),
        time(row, "starts_at"),
        time(row, "ends_at"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static <T extends SqlStatement<T>> T bind(T statement, LtiLineItem item) {
    return statement
        .bind("id", item.id())
        .bind("sourcedId", item.sourcedId())
        .bind("link", item.resourceLink())
        .bind("resourceId", item.resourceId())
        .bind("tag", item.tag())
        .bind("starts", item.startsAt())
        .bind("ends", item.endsAt());
  }
}
