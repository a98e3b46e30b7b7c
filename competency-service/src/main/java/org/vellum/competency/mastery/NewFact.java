package org.vellum.competency.mastery;

import java.util.UUID;
import org.vellum.competency.mastery.model.Fact;

/**
 * What has just been stored, and may change what a learner has achieved.
 *
 * @param learner whose result it is
 * @param fact the newest state of the result
 * @param corrects whether the result was known before; on one that is new, nothing rests yet
 * @param inForce all facts of the learner that no other supersedes, this one among them
 */
public record NewFact(UUID learner, Fact fact, boolean corrects, FactsUnderRules inForce) {}
