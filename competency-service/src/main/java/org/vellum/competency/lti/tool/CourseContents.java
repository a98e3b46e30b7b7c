package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Repository;

/** What was read of courses: their members and line items. */
@Repository
public class CourseContents {
  private static final UUID FIRST = new UUID(0, 0);

  private final Jdbi jdbi;
  private final Ids ids;

  @Inject
  public CourseContents(Jdbi jdbi, Ids ids) {
    this.jdbi = jdbi;
    this.ids = ids;
  }

  /** A member as the platform tells of it. */
  record CourseMember(String userId, String student, String status, List<String> roles) {
    CourseMember {
      roles = List.copyOf(roles);
    }
  }

  /**
   * How many members and line items are known of a course.
   *
   * @param members who are in it
   * @param former who are in it no more: {@code Inactive} or {@code Deleted} (NRPS 2.0, status)
   * @param lineItems all that are known
   * @param mapped those whose results are read
   */
  public record Counts(int members, int former, int lineItems, int mapped) {}

  void put(UUID course, CourseMember member, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.lti_course_member
                  (course, user_id, student_sourced_id, status, roles, seen_at)
                values (:course, :user, :student, :status, :roles, :now)
                on conflict (course, user_id) do update
                  set student_sourced_id = excluded.student_sourced_id,
                      status = excluded.status, roles = excluded.roles,
                      seen_at = excluded.seen_at
                """)
            .bind("course", course)
            .bind("user", member.userId())
            .bind("student", member.student())
            .bind("status", member.status())
            .bindArray("roles", String.class, member.roles())
            .bind("now", now)
            .execute());
  }

  /**
   * The {@code sourcedId} that a platform's user has here, or the platform's own identifier. Who
   * has left the course is known still: what they scored while they were in it stays true.
   */
  String student(UUID course, String userId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select student_sourced_id from competency.lti_course_member
                 where course = :course and user_id = :user
                """)
            .bind("course", course)
            .bind("user", userId)
            .mapTo(String.class)
            .findOne()
            .orElse(userId));
  }

  /** Keeps a line item; the mapping that it has stays, as does the scale that it had then. */
  void put(UUID course, RemoteLineItem item, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.lti_course_line_item
                  (id, course, address, label, score_maximum, resource_id, tag, seen_at)
                values (:id, :course, :address, :label, :maximum, :resourceId, :tag, :now)
                on conflict (course, address) do update
                  set label = excluded.label, score_maximum = excluded.score_maximum,
                      resource_id = excluded.resource_id, tag = excluded.tag,
                      seen_at = excluded.seen_at
                """)
            .bind("id", ids.next())
            .bind("course", course)
            .bind("address", item.address())
            .bind("label", item.label())
            .bind("maximum", item.scoreMaximum())
            .bind("resourceId", item.resourceId())
            .bind("tag", item.tag())
            .bind("now", now)
            .execute());
  }

  /** The line items of a course, in the order in which they became known. */
  public List<RemoteLineItem> listLineItems(UUID course) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from competency.lti_course_line_item where course = :course
                 order by id limit 1000
                """)
            .bind("course", course)
            .map((row, context) -> item(row))
            .list());
  }

  Optional<RemoteLineItem> findLineItem(UUID course, UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from competency.lti_course_line_item
                 where course = :course and id = :id
                """)
            .bind("course", course)
            .bind("id", id)
            .map((row, context) -> item(row))
            .findOne());
  }

  /** The next line item that is mapped. */
  Optional<RemoteLineItem> nextMapped(UUID course, Optional<UUID> after) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select * from competency.lti_course_line_item
                 where course = :course and id > :after and line_item_sourced_id is not null
                 order by id limit 1
                """)
            .bind("course", course)
            .bind("after", after.orElse(FIRST))
            .map((row, context) -> item(row))
            .findOne());
  }

  void map(UUID id, String lineItem) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.lti_course_line_item set line_item_sourced_id = :lineItem
                 where id = :id and line_item_sourced_id is null
                """)
            .bind("id", id)
            .bind("lineItem", lineItem)
            .execute());
  }

  /** How much is known of a course. */
  public Counts count(UUID course) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select m.members, m.former, i.line_items, i.mapped
                  from (select count(*) filter (where not former) as members,
                               count(*) filter (where former) as former
                          from (select status in ('Inactive', 'Deleted') as former
                                  from competency.lti_course_member where course = :course) s) m
                 cross join (select count(*) as line_items, count(line_item_sourced_id) as mapped
                               from competency.lti_course_line_item where course = :course) i
                """)
            .bind("course", course)
            .map((row, context) ->
                new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
            .one());
  }

  private static RemoteLineItem item(ResultSet row) throws SQLException {
    return new RemoteLineItem(
        row.getObject("id", UUID.class),
        row.getString("address"),
        row.getString("label"),
        row.getBigDecimal("score_maximum"),
        Optional.ofNullable(row.getString("resource_id")),
        Optional.ofNullable(row.getString("tag")),
        Optional.ofNullable(row.getString("line_item_sourced_id")));
  }
}
