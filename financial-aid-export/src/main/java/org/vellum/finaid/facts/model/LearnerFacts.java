package org.vellum.finaid.facts.model;

import java.time.Instant;
import java.util.List;

/**
 * All that is known of one learner. Social security numbers are no part of it.
 *
 * @param student who it is
 * @param enrollments in programs without terms, in clock hours or by subscription, of all times
 * @param suppressed whether nothing of the learner is exported; the records are counted all the
 *     same
 * @param factsVersion grows with every change of these facts, from 1
 * @param sourceAsOf when the last of these facts became known
 */
public record LearnerFacts(
    StudentFacts student,
    List<EnrollmentFacts> enrollments,
    boolean suppressed,
    int factsVersion,
    Instant sourceAsOf) {

  public LearnerFacts {
    enrollments = List.copyOf(enrollments);
  }
}
