package org.vellum.competency.roster;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.contracts.CourseEnrollmentChanged;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.persistence.Plans;
import org.vellum.platform.usecase.Repository;

/**
 * Who of the roster's people must still be announced as a learner, and which of their enrollments.
 * People become due when they are new or differ, and stay due until they are students: a role may
 * come in a later import.
 */
@Repository
public class Announcements {
  private static final int BATCH = 1_000;

  private final Jdbi jdbi;
  private final Plans plans;
  private final EventLog events;

  @Inject
  Announcements(Jdbi jdbi, Plans plans, EventLog events) {
    this.jdbi = jdbi;
    this.plans = plans;
    this.events = events;
  }

  /** Announces all who are due, and after them their enrollments; returns how many people. */
  int announceDue() {
    // Where a roster has just grown, statistics would have all of it read for a few.
    plans.lookUp();
    int learners = announceDue(LEARNERS, LearnerEnrolled.class, LearnerEnrolled::subject);
    announceDue(ENROLLMENTS, CourseEnrollmentChanged.class, CourseEnrollmentChanged::subject);
    return learners;
  }

  private <E extends Record> int announceDue(
      String sql, Class<E> type, Function<E, String> subject) {
    int announced = 0;
    Taken<E> due = new Taken<>(List.of(), "");
    do {
      due = take(sql, type, due.last());
      events.announceAll(due.facts(), subject);
      announced += due.facts().size();
    } while (due.facts().size() == BATCH);
    return announced;
  }

  /**
   * What was taken to be announced.
   *
   * @param last the last {@code sourcedId} of it
   */
  private record Taken<T>(List<T> facts, String last) {}

  /**
   * Takes a batch of those that come after a {@code sourcedId}: those before were taken in the same
   * transaction, and their former rows would be passed over one by one each time.
   */
  private <T> Taken<T> take(String sql, Class<T> type, String after) {
    RowMapper<T> mapper = ConstructorMapper.of(type);
    AtomicReference<String> last = new AtomicReference<>(after);
    List<T> facts =
        jdbi.withHandle(handle ->
            handle
                .createQuery(sql)
                .bind("batch", BATCH)
                .bind("after", after)
                .map((row, context) -> {
                  last.set(row.getString("last"));
                  return mapper.map(row, context);
                })
                .list());
    return new Taken<>(facts, last.get());
  }

  /** Both ways to be a student are one question, lest all students be sought for a few people. */
  private static final String LEARNERS =
      """
      with due as materialized (
        select u.sourced_id from competency.roster_user u
         where u.to_announce and u.active and u.sourced_id > :after
           and exists (
             select from competency.user_role r
              where r.user_sourced_id = u.sourced_id and r.role = 'student' and r.active
             union all
             select from competency.enrollment e
              where e.user_sourced_id = u.sourced_id and e.role = 'student' and e.active)
         order by u.sourced_id limit :batch),
      taken as (
        update competency.roster_user u set to_announce = false
          from due where u.sourced_id = due.sourced_id
        returning u.id as learner, u.sourced_id, u.username, u.given_name, u.family_name, u.email)
      select taken.*, (select max(sourced_id) from due) as last from taken
      """;

  /** An enrollment that was a student's, and is not any more, is announced once, as ended. */
  private static final String ENROLLMENTS =
      """
      with due as materialized (
        select sourced_id from competency.enrollment
         where to_announce and (role = 'student' or announced) and sourced_id > :after
         order by sourced_id limit :batch),
      taken as (
        update competency.enrollment e set to_announce = false, announced = e.role = 'student'
          from due, competency.roster_user u, competency.class k, competency.course c
         where e.sourced_id = due.sourced_id and u.sourced_id = e.user_sourced_id
           and k.sourced_id = e.class_sourced_id and c.sourced_id = k.course_sourced_id
        returning e.sourced_id as enrollment, u.id as learner, c.sourced_id as course_sourced_id,
                  c.title as course_title, e.begin_date, e.end_date,
                  e.active and e.role = 'student' as active)
      select taken.*, (select max(sourced_id) from due) as last from taken
      """;
}
