package org.vellum.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A learner attained a competency: its policy was met by evaluation results. Recorded in the
 * transaction that stored the deciding result, or later, when a rule or a policy that began after
 * it came to be met.
 *
 * @param attainment our identifier of the attainment
 * @param learner who attained it
 * @param competency what was attained, as its framework stated it then
 * @param attainedAt the day on which the policy was first met, by the source's time
 * @param explanation the decision in one sentence for the learner
 * @param evidence the results on which the decision rests, each once, at least one and at most a
 *     hundred; where it rests on more, the last
 */
public record AttainmentRecorded(
    UUID attainment,
    UUID learner,
    Competency competency,
    Instant attainedAt,
    String explanation,
    List<EvaluationEvidence> evidence)
    implements Event {

  public AttainmentRecorded {
    evidence = List.copyOf(evidence);
  }

  @Override
  public String subject() {
    return learner.toString();
  }
}
