package org.vellum.competency.evaluation.rejected;

import java.util.List;
import java.util.UUID;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.evaluation.ReplayRejection;

/**
 * What became of results that were judged once more.
 *
 * @param stored how many are facts now
 * @param known how many were known already, or are older than what is known
 * @param refused how many are refused still
 */
public record Replayed(int stored, int known, int refused) {
  static final Replayed NOTHING = new Replayed(0, 0, 0);

  /** Judges each again, in a transaction of its own, so that no source waits for long. */
  static Replayed by(ReplayRejection replay, List<UUID> rejections) {
    Replayed replayed = NOTHING;
    for (UUID rejection : rejections) {
      replayed = replay.replay(rejection).map(replayed::and).orElse(replayed);
    }
    return replayed;
  }

  Replayed and(Recorded recorded) {
    return switch (recorded) {
      case Recorded.Stored one -> new Replayed(stored + 1, known, refused);
      case Recorded.AlreadyKnown one -> new Replayed(stored, known + 1, refused);
      case Recorded.Stale one -> new Replayed(stored, known + 1, refused);
      case Recorded.Overtaken one -> new Replayed(stored, known + 1, refused);
      case Recorded.Refused one -> new Replayed(stored, known, refused + 1);
    };
  }

  /** In one sentence. */
  String sentence() {
    if (stored + known + refused == 0) {
      return "Nothing waited to be judged again.";
    }
    return "Judged again: %d stored, %d known already, %d refused still."
        .formatted(stored, known, refused);
  }
}
