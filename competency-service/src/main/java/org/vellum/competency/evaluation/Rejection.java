package org.vellum.competency.evaluation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A result that was refused. Its life: open until it is stored after all, or set aside by somebody
 * who may take it up again.
 *
 * @param id our identifier of it
 * @param source the system that sent it
 * @param sourcedId the result's {@code sourcedId} in that system
 * @param sent what was sent last
 * @param reason what speaks against it, in one word
 * @param sentence the same in one sentence
 * @param state {@code open}, {@code set aside} or {@code settled}
 * @param times how often it was refused
 * @param firstAt when it was refused first
 * @param lastAt when it was refused last
 */
public record Rejection(
    UUID id,
    String source,
    String sourcedId,
    SentResult sent,
    String reason,
    String sentence,
    String state,
    int times,
    Instant firstAt,
    Instant lastAt) {

  /** Of what kind the identifier is that has to be understood before it can be stored. */
  public Optional<Mapping.Kind> mendedBy() {
    return Mapping.Kind.mending(reason);
  }
}
