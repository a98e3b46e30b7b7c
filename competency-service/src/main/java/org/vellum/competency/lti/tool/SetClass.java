package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Says which class of the roster a platform's course is. */
@UseCase
public class SetClass {
  private final Courses courses;
  private final AuditLog audit;

  @Inject
  public SetClass(Courses courses, AuditLog audit) {
    this.courses = courses;
    this.audit = audit;
  }

  /**
   * Says it. Line items that were mapped before stay where they are.
   *
   * @return whether there is such a course and such a class
   */
  public boolean set(UUID course, String classSourcedId, String actor) {
    boolean done = courses.setClass(course, classSourcedId);
    if (done) {
      audit.record(AuditEntry.of(actor, "lti-course-mapped", course.toString()));
    }
    return done;
  }
}
