package org.vellum.competency.mastery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.vellum.competency.mastery.model.Met;
import org.vellum.competency.mastery.model.Standing;

/**
 * An achievement about to be kept.
 *
 * @param id our identifier of it
 * @param learner whose it is
 * @param met the decision
 * @param stated how the competency or the course is worded now
 * @param now when it was decided
 */
record NewAchievement(UUID id, UUID learner, Met met, Record stated, Instant now) {

  /** As it will be read again. */
  StandingAchievement standing() {
    List<Standing> grounds = new ArrayList<>();
    met.basis().stream()
        .filter(basis -> basis.through().isEmpty())
        .forEach(basis ->
            basis
                .rule()
                .ifPresent(rule ->
                    grounds.add(
                        new Standing(
                            id, basis.source(), basis.sourcedId(), rule, basis.evidence()))));
    return new StandingAchievement(
        id, met.subject(), met.policy(), met.day(), grounds, StoredBasis.json(stated));
  }
}
