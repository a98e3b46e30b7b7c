package org.vellum.finaid.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.export.RunInfo;

/**
 * A run of the export: asked for, running, perhaps held for a person, at last published, failed or
 * cancelled. What was published is never changed; its files are removed when their time is over.
 *
 * @param profile what the package is written in
 * @param kind whether all records are in it
 * @param state how it stands
 * @param step what is being done, empty before and after
 * @param requestedBy who asked, as the audit log names them
 * @param since for a delta, the place in the event log from which it goes on
 * @param watermark how far in the event log its snapshot reaches
 * @param asOf the moment of the snapshot
 * @param previous the run of the same profile that was published before it
 * @param learners how many are looked at, 0 until it is known
 * @param done how many of them are written
 * @param failure the condition by which it failed
 * @param manifestSha256 hash of its manifest, empty until it is signed
 * @param packageName name of the folder that holds its files, empty if none is published
 * @param removedAt when its files were removed
 */
public record Run(
    UUID id,
    String institution,
    String profile,
    RunInfo.Kind kind,
    RunStatus state,
    String step,
    String requestedBy,
    Instant requestedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Position> since,
    Optional<Position> watermark,
    Optional<Instant> asOf,
    Optional<UUID> previous,
    long learners,
    long done,
    Counts counts,
    String failure,
    String manifestSha256,
    String packageName,
    Optional<Decision> decision,
    Optional<Instant> removedAt) {

  private static final int WHOLE = 100;

  /** What became of the records. */
  public record Counts(long selected, long exported, long rejected, long suppressed) {}

  /**
   * What a person decided of a run that was held.
   *
   * @param released whether it was published; if not, it was discarded
   * @param by who decided
   * @param reason why
   */
  public record Decision(boolean released, String by, Instant at, String reason) {}

  /** How much is done, from 0 to 100. */
  public int percent() {
    if (state.isPublished()) {
      return WHOLE;
    }
    // The last hundredth is for what follows when every learner is written.
    return learners == 0 ? 0 : (int) (done * (WHOLE - 1) / learners);
  }

  /** When it will be ready if it goes on like this; nothing while that is not known. */
  public Optional<Instant> readyAt(Instant now) {
    if (state != RunStatus.RUNNING || done == 0 || startedAt.isEmpty()) {
      return Optional.empty();
    }
    Duration spent = Duration.between(startedAt.get(), now);
    return Optional.of(now.plusMillis(spent.toMillis() * (learners - done) / done));
  }

  /** Whether its files can be fetched. */
  public boolean isAvailable() {
    return state.isPublished() && removedAt.isEmpty();
  }
}
