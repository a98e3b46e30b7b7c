package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/** The courses of platforms, and how far each is read. */
@Repository
public class Courses {
  private static final String COURSES =
      """
      select c.* from competency.lti_course c
        join competency.lti_platform p on p.id = c.platform and p.ended_at is null
      """;

  private final Jdbi jdbi;
  private final Ids ids;

  @Inject
  public Courses(Jdbi jdbi, Ids ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  /** A course as a launch told of it. */
  record Launched(
      UUID platform,
      String deploymentId,
      String contextId,
      String title,
      Optional<String> lineItemsUri,
      Optional<String> membershipsUri,
      List<String> scopes) {}

  /** Where reading goes on. */
  record Place(String step, Optional<String> nextUri, Optional<UUID> nextLineItem) {}

  /** Keeps what a launch told of a course. What it did not tell this time is as it was. */
  void launched(Launched course, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.lti_course as c (id, platform, deployment_id, context_id,
                  title, line_items_uri, memberships_uri, scopes, seen_at)
                values (:id, :platform, :deployment, :context, :title, :lineItems, :memberships,
                  :scopes, :now)
                on conflict (platform, deployment_id, context_id) do update
                  set title = excluded.title, seen_at = excluded.seen_at,
                      line_items_uri = coalesce(excluded.line_items_uri, c.line_items_uri),
                      memberships_uri = coalesce(excluded.memberships_uri, c.memberships_uri),
                      scopes = case when cardinality(excluded.scopes) = 0 then c.scopes
                        else excluded.scopes end
                """)
            .bind("id", ids.next())
            .bind("platform", course.platform())
            .bind("deployment", course.deploymentId())
            .bind("context", course.contextId())
            .bind("title", course.title())
            .bind("lineItems", course.lineItemsUri())
            .bind("memberships", course.membershipsUri())
            .bindArray("scopes", String.class, course.scopes())
            .bind("now", now)
            .execute());
  }

  /** A course of a platform in use. */
  public Optional<Course> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(COURSES + " where c.id = :id")
            .bind("id", id)
            .map((row, context) -> course(row))
            .findOne());
  }

  /** The courses of platforms in use, by title. */
  public List<Course> list(int limit, int offset) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(COURSES + " order by lower(c.title), c.id limit :limit offset :offset")
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> course(row))
            .list());
  }

  /** Those that have a class and were not read, nor tried, since these instants. */
  List<UUID> listDue(Instant readBefore, Instant triedBefore) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select c.id from competency.lti_course c
                  join competency.lti_platform p on p.id = c.platform and p.ended_at is null
                 where c.class_sourced_id is not null
                   and coalesce(c.synced_at, '-infinity') < :read
                   and coalesce(c.failed_at, '-infinity') < :tried
                 order by c.synced_at nulls first limit 100
                """)
            .bind("read", readBefore)
            .bind("tried", triedBefore)
            .mapTo(UUID.class)
            .list());
  }

  /**
   * Takes a course to read it, unless somebody else does.
   *
   * @param until until when nobody else may, should this one break down
   */
  boolean take(UUID id, Instant now, Instant until) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update competency.lti_course set busy_until = :until
                     where id = :id and (busy_until is null or busy_until < :now)
                    """)
                .bind("id", id)
                .bind("now", now)
                .bind("until", until)
                .execute()
            == 1);
  }

  /** Lets go of a course, with what stopped reading it, if something did. */
  void release(UUID id, Optional<String> failure, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.lti_course set busy_until = null, failure = :failure,
                  failed_at = case when :failure::text is null then null else :now end
                 where id = :id
                """)
            .bind("id", id)
            .bind("failure", failure)
            .bind("now", now)
            .execute());
  }

  /** Keeps where reading goes on; at {@code idle} all has been read. */
  void goOn(UUID id, Place place, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.lti_course set step = :step, next_uri = :next,
                  next_line_item = :lineItem,
                  synced_at = case when :step = 'idle' then :now else synced_at end
                 where id = :id
                """)
            .bind("id", id)
            .bind("step", place.step())
            .bind("next", place.nextUri())
            .bind("lineItem", place.nextLineItem())
            .bind("now", now)
            .execute());
  }

  /** Says which class of the roster a course is. */
  boolean setClass(UUID id, String classSourcedId) {
    return jdbi.withHandle(handle ->
        handle
                .createUpdate(
                    """
                    update competency.lti_course set class_sourced_id = :class
                     where id = :id and exists (select from competency.class
                       where sourced_id = :class and active)
                    """)
                .bind("id", id)
                .bind("class", classSourcedId)
                .execute()
            == 1);
  }

  private static Course course(ResultSet row) throws SQLException {
    return new Course(
        row.getObject("id", UUID.class),
        row.getObject("platform", UUID.class),
        row.getString("deployment_id"),
        row.getString("context_id"),
        row.getString("title"),
        Optional.ofNullable(row.getString("line_items_uri")),
        Optional.ofNullable(row.getString("memberships_uri")),
        List.of((String[]) row.getArray("scopes").getArray()),
        Optional.ofNullable(row.getString("class_sourced_id")),
        row.getString("step"),
        Optional.ofNullable(row.getString("next_uri")),
        Optional.ofNullable(row.getObject("next_line_item", UUID.class)),
        instant(row, "synced_at"),
        instant(row, "failed_at"),
        Optional.ofNullable(row.getString("failure")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
