package org.vellum.competency.lti.ags;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.evaluation.NewestStates;
import org.vellum.competency.evaluation.RecordResult;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.competency.lti.Members;
import org.vellum.platform.usecase.UseCase;

/** Records a score that a tool sent, unless what is known of it is as new (AGS 2.0, 3.4.7). */
@UseCase
public class RecordScore {
  /** So far a tool's clock may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final NewestStates states;
  private final RecordResult recordResult;
  private final Members members;
  private final Clock clock;

  @Inject
  public RecordScore(NewestStates states, RecordResult recordResult, Members members, Clock clock) {
    this.states = states;
    this.recordResult = recordResult;
    this.members = members;
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

  /** Records it. */
  public Result record(String source, LtiLineItem item, Score score) {
    if (score.timestamp().isAfter(clock.instant().plus(AHEAD))) {
      return new Result.InFuture();
    }
    if (score.isOutOfTime(item)) {
      return new Result.Closed();
    }
    String sourcedId = Score.sourcedId(item, score.userId());
    states.takeTurn(source, sourcedId);
    Optional<NewestStates.NewestState> known = states.find(source, sourcedId);
    if (known.isPresent() && !known.get().modifiedAt().isBefore(score.timestamp())) {
      return isSame(known.get(), score)
          ? new Result.Done()
          : new Result.Stale(known.get().modifiedAt());
    }
    String student = student(item, score.userId());
    return switch (recordResult.record(score.asResult(source, item, student))) {
      case Recorded.Stored stored -> new Result.Done();
      case Recorded.AlreadyKnown same -> new Result.Done();
      case Recorded.Stale stale -> new Result.Stale(stale.newest());
      case Recorded.UnknownLearner unknown -> new Result.UnknownUser();
      case Recorded.Refused refused -> new Result.Refused(refused.sentence());
    };
  }

  /** A tool that repeats itself, not having heard the answer, is told the same again. */
  private static boolean isSame(NewestStates.NewestState known, Score score) {
    return known.digest().equals(score.content().digest());
  }

  private String student(LtiLineItem item, String userId) {
    try {
      return members.findSourcedId(item.context(), UUID.fromString(userId)).orElse(userId);
    } catch (IllegalArgumentException e) {
      return userId;
    }
  }
}
