package org.vellum.competency.lti.ags;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.evaluation.SingleResults;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.platform.usecase.Component;

/** Takes in a score that a tool sent, unless what is known of it is as new (AGS 2.0, 3.4.7). */
@Component
public class ScoreIntake {
  /** So far a tool's clock may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final SingleResults results;
  private final Clock clock;

  @Inject
  public ScoreIntake(SingleResults results, Clock clock) {
    this.results = results;
    this.clock = clock;
  }

  /** What became of it. */
  sealed interface Result {
    /** It is recorded, or was before. */
    record Done() implements Result {}

    /** A score of this time or later is known. */
    record Stale(Instant known) implements Result {}

    /** By the tool's clock it was made in the future. */
    record InFuture() implements Result {}

    /** The line item takes nothing that was handed in at that time. */
    record Closed() implements Result {}

    /** Nobody of the class has this identifier. A registrar may say who is meant. */
    record UnknownUser() implements Result {}

    /** It was refused for another reason, a sentence for a person; a registrar sees it, too. */
    record Refused(String why) implements Result {}
  }

  /**
   * Records it. A tool that repeats itself, not having heard the answer, is told the same again.
   *
   * @param student {@code sourcedId} of the learner, or the tool's own identifier if nobody has it
   */
  public Result record(String source, LtiLineItem item, String student, Score score) {
    if (score.timestamp().isAfter(clock.instant().plus(AHEAD))) {
      return new Result.InFuture();
    }
    if (score.isOutOfTime(item)) {
      return new Result.Closed();
    }
    return switch (results.recordNewer(score.asResult(source, item, student))) {
      case Recorded.Stored stored -> new Result.Done();
      case Recorded.AlreadyKnown same -> new Result.Done();
      case Recorded.Stale stale -> new Result.Stale(stale.newest());
      case Recorded.Overtaken overtaken -> new Result.Stale(overtaken.newest());
      case Recorded.UnknownLearner unknown -> new Result.UnknownUser();
      case Recorded.Refused refused -> new Result.Refused(refused.sentence());
    };
  }
}
