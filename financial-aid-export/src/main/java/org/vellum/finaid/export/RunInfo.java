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
 * @param watermark how far in the event log its snapshot reaches, where it is of the event log
 */
public record RunInfo(
    String runId,
    Kind kind,
    String opeid,
    Instant asOf,
    Instant createdAt,
    String rulesetVersion,
    Optional<Previous> previous,
    Optional<Watermark> watermark) {

  /** A run of a snapshot that is of no event log. */
  public RunInfo(
      String runId,
      Kind kind,
      String opeid,
      Instant asOf,
      Instant createdAt,
      String rulesetVersion,
      Optional<Previous> previous) {
    this(runId, kind, opeid, asOf, createdAt, rulesetVersion, previous, Optional.empty());
  }

  /**
   * Which part of the event log is in a package, by tokens that mean nothing to others.
   *
   * @param from the token from which a delta was asked for; none in a full run
   * @param to the token from which the next delta is to be asked for
   */
  public record Watermark(Optional<String> from, String to) {}

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
