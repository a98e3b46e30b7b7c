package org.vellum.competency.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.vellum.competency.mastery.model.Scale;

/** What became of a result that was sent. */
public sealed interface Recorded {

  /** It is a new fact. */
  record Stored(UUID result) implements Recorded {}

  /** The very same was sent before; nothing changed. */
  record AlreadyKnown(UUID newest) implements Recorded {}

  /** The roster knows no such learner. */
  record UnknownLearner(String sourcedId) implements Recorded {}

  /** The roster knows no such line item. */
  record UnknownLineItem(String sourcedId) implements Recorded {}

  /** A score is outside of the line item's scale. */
  record OutOfScale(Scale scale) implements Recorded {}

  /** The day of the score lies more than a day ahead. */
  record ScoredInFuture(LocalDate scoreDate) implements Recorded {}

  /** By its own date it was last modified more than a day ahead. */
  record ModifiedInFuture(Instant modifiedAt) implements Recorded {}

  /** A newer state of the result is stored already. */
  record Stale(Instant newest) implements Recorded {}

  /** A result cannot pass to another learner or line item. */
  record Reassigned() implements Recorded {}
}
