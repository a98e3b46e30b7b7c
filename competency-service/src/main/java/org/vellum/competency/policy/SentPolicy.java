package org.vellum.competency.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.mastery.policy.PolicyVersion;
import org.vellum.competency.mastery.policy.PolicyWords;
import org.vellum.competency.mastery.policy.PolicyWriter;

/**
 * A version of a policy as a program gets it.
 *
 * @param id our identifier of it
 * @param competency identifier of the CFItem whose policy it is; absent for the whole framework's
 * @param number 1 for the first of the framework or the competency, and so on
 * @param policy what it says
 * @param words the same in one sentence
 * @param from first day, by the source's time, that is judged by it
 * @param to first day that is not any more
 * @param state proposed, adopted or set aside
 * @param proposedAt when it was proposed
 * @param proposedBy by whom
 * @param decidedAt when it was adopted or set aside
 * @param decidedBy by whom
 */
public record SentPolicy(
    UUID id,
    Optional<UUID> competency,
    int number,
    JsonNode policy,
    String words,
    LocalDate from,
    Optional<LocalDate> to,
    String state,
    Instant proposedAt,
    String proposedBy,
    Optional<Instant> decidedAt,
    Optional<String> decidedBy) {

  static SentPolicy of(PolicyVersion version) {
    return new SentPolicy(
        version.id(),
        version.competency(),
        version.version(),
        PolicyWriter.json(version.policy()),
        PolicyWords.of(version.policy()),
        version.from(),
        version.to(),
        version.state().word(),
        version.proposedAt(),
        version.proposedBy(),
        version.decidedAt(),
        version.decidedBy());
  }
}
