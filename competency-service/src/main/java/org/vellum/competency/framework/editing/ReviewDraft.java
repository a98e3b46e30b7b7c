package org.vellum.competency.framework.editing;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** What is done in the review of a draft: it is given to the faculty, spoken of, and settled. */
@UseCase
public class ReviewDraft {
  private static final int LONGEST = 4_000;

  private final Comments comments;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  ReviewDraft(Comments comments, AuditLog audit, Clock clock, Ids ids) {
    this.comments = comments;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** What is to be done. */
  sealed interface Act {
    /** The faculty may read the draft and comment on it. */
    record Open() implements Act {}

    /** The faculty may no longer. */
    record Close() implements Act {}

    /** Something is said of an item, or of the whole. */
    record Say(Optional<UUID> item, String text) implements Act {}

    /** A comment is settled. */
    record Settle(UUID comment) implements Act {}
  }

  /** What came of it. */
  enum Result {
    DONE,
    /** There was nothing to be done: no text, or no such open comment. */
    NOTHING,
    TOO_LONG
  }

  /**
   * Does it.
   *
   * @param framework the draft, which the actor may see
   */
  public Result review(UUID framework, Act act, String actor) {
    return switch (act) {
      case Act.Open open -> give(framework, true, actor);
      case Act.Close close -> give(framework, false, actor);
      case Act.Say say -> say(framework, say, actor);
      case Act.Settle settle ->
          comments.resolve(framework, settle.comment(), clock.instant(), actor)
              ? Result.DONE
              : Result.NOTHING;
    };
  }

  private Result give(UUID framework, boolean open, String actor) {
    comments.review(framework, open);
    audit.record(
        AuditEntry.of(
            actor,
            open ? "framework-review-opened" : "framework-review-closed",
            framework.toString()));
    return Result.DONE;
  }

  private Result say(UUID framework, Act.Say say, String actor) {
    String text = say.text().strip();
    if (text.isEmpty() || text.indexOf('\0') >= 0) {
      return Result.NOTHING;
    }
    if (text.length() > LONGEST) {
      return Result.TOO_LONG;
    }
    comments.add(ids.next(), framework, say.item(), clock.instant(), actor, text);
    return Result.DONE;
  }
}
