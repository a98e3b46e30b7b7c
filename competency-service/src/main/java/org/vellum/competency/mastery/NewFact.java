package org.vellum.competency.mastery;

import java.util.UUID;
import org.vellum.competency.mastery.model.Fact;

/**
 * What has just been stored, and may change what a learner has achieved.
 *
 * @param learner whose result it is
 * @param fact the newest state of the result
 * @param inForce all facts of the learner that no other supersedes, this one among them
 */
public record NewFact(UUID learner, Fact fact, FactsUnderRules inForce) {}
