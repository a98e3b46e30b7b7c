package org.vellum.competency.mastery.model;

import java.util.Optional;
import java.util.UUID;

/**
 * A result on which a decision rests.
 *
 * @param result our identifier of the result
 * @param source the system that sent it
 * @param sourcedId its {@code sourcedId} in that system
 * @param lineItem title of the line item
 * @param course title of its course
 * @param evidence what the result says
 * @param rule the rule by which it counts
 * @param through the achievement by which it counts, if what was mastered is made of others
 */
public record Basis(
    UUID result,
    String source,
    String sourcedId,
    String lineItem,
    String course,
    Evidence evidence,
    Optional<Rule> rule,
    Optional<UUID> through) {

  Basis through(UUID achievement) {
    return new Basis(
        result, source, sourcedId, lineItem, course, evidence, rule, Optional.of(achievement));
  }
}
