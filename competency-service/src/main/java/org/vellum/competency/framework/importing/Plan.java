package org.vellum.competency.framework.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.problem.Finding;

/**
 * A package that was judged and waits for a registrar to decide. It is made once, and ends when it
 * is carried out, cancelled, or forgotten after a week.
 *
 * @param id its identifier
 * @param framework identifier of its CFDocument, whether the framework is here or not
 * @param base when the framework here had last changed; empty if it was not here
 * @param publishHere whether its objects get this server's addresses
 * @param source where it came from, for a person: the name of a file or an address
 * @param findings what is not as the standard wants it; no errors
 * @param madeAt when it was made
 * @param madeBy who made it
 */
public record Plan(
    UUID id,
    UUID framework,
    Optional<Instant> base,
    boolean publishHere,
    String source,
    List<Finding> findings,
    Instant madeAt,
    String madeBy) {
  /** How long a plan is kept. */
  static final Duration LIFETIME = Duration.ofDays(7);

  public Plan {
    findings = List.copyOf(findings);
  }

  /** Whether the framework here is not any more what the plan was made for. */
  boolean isStale(Optional<Instant> changedAt) {
    return !base.equals(changedAt);
  }
}
