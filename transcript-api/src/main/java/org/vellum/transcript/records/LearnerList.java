package org.vellum.transcript.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One page of the registrar's list of learners.
 *
 * @param learners by family name and given name
 * @param next the learner after whom the next page begins; empty on the last page
 */
public record LearnerList(List<LearnerSummary> learners, Optional<UUID> next) {

  public LearnerList {
    learners = List.copyOf(learners);
  }
}
