package org.vellum.competency.roster;

import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.vellum.contracts.CourseEnrollmentChanged;
import org.vellum.contracts.LearnerEnrolled;
import org.vellum.platform.event.EventLog;
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
  private final EventLog events;

  @Inject
  Announcements(Jdbi jdbi, EventLog events) {
    this.jdbi = jdbi;
    this.events = events;
  }

  /** Announces all who are due, and after them their enrollments; returns how many people. */
  int announceDue() {
    int announced = 0;
    List<LearnerEnrolled> due = takeDue();
    while (!due.isEmpty()) {
      events.announceAll(due, LearnerEnrolled::subject);
      announced += due.size();
      due = takeDue();
    }
    List<CourseEnrollmentChanged> enrollments = takeDueEnrollments();
    while (!enrollments.isEmpty()) {
      events.announceAll(enrollments, CourseEnrollmentChanged::subject);
      enrollments = takeDueEnrollments();
    }
    return announced;
  }

  private List<CourseEnrollmentChanged> takeDueEnrollments() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update competency.enrollment e set to_announce = false
                  from competency.roster_user u, competency.class k, competency.course c
                 where u.sourced_id = e.user_sourced_id and k.sourced_id = e.class_sourced_id
                   and c.sourced_id = k.course_sourced_id
                   and e.sourced_id in (
                     select due.sourced_id from competency.enrollment due
                      where due.to_announce and due.role = 'student'
                      order by due.sourced_id limit :batch)
                returning e.sourced_id as enrollment, u.id as learner,
                          c.sourced_id as course_sourced_id, c.title as course_title,
                          e.begin_date, e.end_date, e.active
                """)
            .bind("batch", BATCH)
            .map(ConstructorMapper.of(CourseEnrollmentChanged.class))
            .list());
  }

  private List<LearnerEnrolled> takeDue() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                update competency.roster_user set to_announce = false
                 where sourced_id in (
                   select u.sourced_id from competency.roster_user u
                    where u.to_announce and u.active
                      and (exists (select from competency.user_role r
                                    where r.user_sourced_id = u.sourced_id
                                      and r.role = 'student' and r.active)
                        or exists (select from competency.enrollment e
                                    where e.user_sourced_id = u.sourced_id
                                      and e.role = 'student' and e.active))
                    order by u.sourced_id limit :batch)
                returning id as learner, sourced_id, username, given_name, family_name, email
                """)
            .bind("batch", BATCH)
            .map(ConstructorMapper.of(LearnerEnrolled.class))
            .list());
  }
}
