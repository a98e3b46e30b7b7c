package org.vellum.competency.mastery.model;

import java.time.Instant;

/**
 * The decision that a rule is met.
 *
 * @param fact the result that decides
 * @param rule the rule that it meets
 * @param evidence what the result says under the rule
 * @param at when it was achieved: the day of the score, at its beginning in UTC
 * @param explanation the decision in one sentence for the learner
 */
public record Met(Fact fact, Rule rule, Evidence evidence, Instant at, String explanation) {}
