package org.vellum.competency.mastery;

import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.roster.LineItem;

/**
 * What has just been stored, and may change what a learner has achieved.
 *
 * @param learner whose result it is
 * @param fact the newest state of the result
 * @param lineItem what was evaluated, if the roster still knows it
 * @param inForce all facts of the learner that no other supersedes, this one among them
 */
public record NewFact(
    UUID learner, Fact fact, Optional<LineItem> lineItem, FactsUnderRules inForce) {}
