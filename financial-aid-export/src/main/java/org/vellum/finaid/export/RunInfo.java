package org.vellum.finaid.export;

import java.time.Instant;
import java.util.Optional;

/**
 * What a run is.
 *
 * @param runId its identifier
 * @param kind whether all records are in it
 * @param opeid the institution, by its eight digits
 * @param asOf the moment of the snapshot
 * @param createdAt when the package was made
 * @param rulesetVersion the rules
 * @param previous the run before it, where there was one
 */
public record RunInfo(
    String runId,
    Kind kind,
    String opeid,
    Instant asOf,
    Instant createdAt,
    String rulesetVersion,
    Optional<Previous> previous) {

  /** How much is in a package. */
  public enum Kind {
    FULL,
    DELTA
  }

  /**
   * The run before, to which this one is chained.
   *
   * @param runId its identifier
   * @param manifestSha256 the hash of its manifest
   */
  public record Previous(String runId, String manifestSha256) {}
}
