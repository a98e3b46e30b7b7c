package org.vellum.competency.mastery.model;

import java.util.UUID;

/**
 * An achievement that stands, with what it rests on.
 *
 * @param id our identifier of the achievement
 * @param source the system that sent the result on which it rests
 * @param sourcedId that result's {@code sourcedId}
 * @param rule the rule that was met, as it was then
 * @param evidence what the result said then
 */
public record Standing(UUID id, String source, String sourcedId, Rule rule, Evidence evidence) {

  /** Whether it rests on the result of which the fact is the newest state. */
  public boolean restsOn(Fact fact) {
    return fact.isOf(source, sourcedId);
  }
}
