package org.vellum.finaid.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.StudentFacts;

/** A learner while the rows are read. */
final class LearnerDraft {
  private final StudentFacts student;
  private final boolean suppressed;
  private final int factsVersion;
  private final Instant sourceAsOf;
  private final List<EnrollmentDraft> enrollments = new ArrayList<>();

  LearnerDraft(StudentFacts student, boolean suppressed, int factsVersion, Instant sourceAsOf) {
    this.student = student;
    this.suppressed = suppressed;
    this.factsVersion = factsVersion;
    this.sourceAsOf = sourceAsOf;
  }

  /** In the order of their first days. */
  void addEnrollment(EnrollmentDraft enrollment) {
    enrollments.add(enrollment);
  }

  /**
   * An attempt counts in the last enrollment whose program holds the unit and whose days it meets.
   */
  void addAttempt(AttemptRow attempt) {
    for (EnrollmentDraft each : enrollments.reversed()) {
      if (each.holds(attempt)) {
        each.addAttempt(attempt);
        return;
      }
    }
  }

  /** Engagement is with the school: it counts in every enrollment of the week. */
  void addWeek(EngagementWeek week) {
    enrollments.stream().filter(each -> each.meets(week)).forEach(each -> each.addWeek(week));
  }

  LearnerFacts facts() {
    return new LearnerFacts(
        student,
        enrollments.stream().map(EnrollmentDraft::facts).toList(),
        suppressed,
        factsVersion,
        sourceAsOf);
  }
}
