package org.vellum.search.elasticsearch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vellum.search.index.Answer;
import org.vellum.search.index.Asked;
import org.vellum.search.index.Candidate;
import org.vellum.search.index.SkillIndex;

/**
 * Asks an index, and while it does not answer another of the same order: a search that began with
 * one goes on with the other. After a failure the first is left in peace for a while, so that not
 * everybody waits for it in vain.
 */
final class IndexWithSpare implements SkillIndex {
  private static final Logger LOG = Logger.getLogger(IndexWithSpare.class.getName());
  private static final Duration REST = Duration.ofSeconds(10);

  private final SkillIndex first;
  private final SkillIndex spare;
  private final Clock clock;
  private volatile Instant restsUntil = Instant.MIN;

  IndexWithSpare(SkillIndex first, SkillIndex spare, Clock clock) {
    this.first = first;
    this.spare = spare;
    this.clock = clock;
  }

  @Override
  public Answer search(Asked asked, Optional<Candidate> after, int limit) {
    return ask(index -> index.search(asked, after, limit));
  }

  @Override
  public List<UUID> within(Asked asked, int limit) {
    return ask(index -> index.within(asked, limit));
  }

  /** Tried even while it rests: somebody wants to be gone. */
  @Override
  public void takeOut() {
    first.takeOut();
  }

  /** Whether the spare answers at present. */
  boolean spared() {
    return clock.instant().isBefore(restsUntil);
  }

  private <T> T ask(Function<SkillIndex, T> question) {
    if (spared()) {
      return question.apply(spare);
    }
    try {
      return question.apply(first);
    } catch (IndexUnavailable e) {
      restsUntil = clock.instant().plus(REST);
      LOG.log(
          Level.WARNING,
          "{0}; the database answers: {1}",
          new Object[] {e.getMessage(), e.getCause()});
      return question.apply(spare);
    }
  }
}
