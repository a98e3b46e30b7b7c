package org.vellum.finaid.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Entity;
import org.vellum.finaid.export.Published;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.StudentFacts;
import org.vellum.finaid.measure.model.Ruleset;

/** What the rows of one learner have in common, and the first of them. */
final class LearnerRows {
  private final LearnerFacts learner;
  private final Ruleset ruleset;
  private final PublishedBefore before;
  private @Nullable Published unpublished;

  LearnerRows(LearnerFacts learner, Ruleset ruleset, PublishedBefore before) {
    this.learner = learner;
    this.ruleset = ruleset;
    this.before = before;
  }

  Ruleset ruleset() {
    return ruleset;
  }

  static String studentId(String institutionStudentId) {
    return "st:" + institutionStudentId;
  }

  Row student() {
    StudentFacts student = learner.student();
    return row(Entities.STUDENT, studentId(student.institutionStudentId()))
        .put("institutionStudentId", student.institutionStudentId())
        .put("givenName", student.givenName())
        .put("middleName", student.middleName())
        .put("familyName", student.familyName())
        .put("birthDate", student.birthDate())
        .put("externalIds", externalIds(student));
  }

  private static List<String> externalIds(StudentFacts student) {
    return student.externalIds().stream()
        .map(each -> (each.system() + ":" + each.id()).replace(" ", "%20"))
        .toList();
  }

  /** Of an enrollment. */
  Row of(EnrollmentFacts enrollment, Entity entity, String id) {
    return row(entity, id).put("enrollmentId", enrollment.enrollmentId());
  }

  private Published unpublished() {
    if (unpublished == null) {
      unpublished = new Published(learner.sourceAsOf().toString(), 0);
    }
    return unpublished;
  }

  private Row row(Entity entity, String id) {
    Published known = before.of(entity, id).orElseGet(this::unpublished);
    return Row.upsert(entity, id, learner.factsVersion(), known.sourceAsOf(), ruleset.code())
        .publishedAs(known.fingerprint());
  }
}
