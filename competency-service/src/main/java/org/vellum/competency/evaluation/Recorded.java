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

  /** A newer state of the result is stored already. */
  record Stale(Instant newest) implements Recorded {}

  /**
   * It was sent before and has been corrected or taken back since, by a state that is not older.
   * Whether it is sent once more by chance or is to hold again only a newer date can tell, so what
   * stands is left alone and whoever sends it hears so.
   */
  record Overtaken(Instant newest) implements Recorded {}

  /** It is not stored; somebody may mend what speaks against it, and have it judged again. */
  sealed interface Refused extends Recorded {

    /** What speaks against it, in one word that stays. */
    String reason();

    /** What speaks against it, in one sentence for a registrar. */
    String sentence();
  }

  /** The roster knows no such learner. */
  record UnknownLearner(String sourcedId) implements Refused {
    /** The word for it. */
    public static final String REASON = "unknown-learner";

    @Override
    public String reason() {
      return REASON;
    }

    @Override
    public String sentence() {
      return "The roster knows no learner “" + sourcedId + "”.";
    }
  }

  /** The roster knows no such line item. */
  record UnknownLineItem(String sourcedId) implements Refused {
    /** The word for it. */
    public static final String REASON = "unknown-line-item";

    @Override
    public String reason() {
      return REASON;
    }

    @Override
    public String sentence() {
      return "The roster knows no line item “" + sourcedId + "”.";
    }
  }

  /** A score is outside of the line item's scale. */
  record OutOfScale(Scale scale) implements Refused {
    @Override
    public String reason() {
      return "out-of-scale";
    }

    @Override
    public String sentence() {
      return "A score is outside of the line item's scale, which goes from "
          + scale.minimum().toPlainString()
          + " to "
          + scale.maximum().toPlainString()
          + ".";
    }
  }

  /** The day of the score lies more than a day ahead. */
  record ScoredInFuture(LocalDate scoreDate) implements Refused {
    @Override
    public String reason() {
      return "scored-in-future";
    }

    @Override
    public String sentence() {
      return "The day of the score, " + scoreDate + ", lay more than a day ahead.";
    }
  }

  /** By its own date it was last modified more than a day ahead. */
  record ModifiedInFuture(Instant modifiedAt) implements Refused {
    @Override
    public String reason() {
      return "modified-in-future";
    }

    @Override
    public String sentence() {
      return "By its own clock it was last modified at "
          + modifiedAt
          + ", which lay more than a day ahead.";
    }
  }

  /** A result cannot pass to another learner or line item. */
  record Reassigned() implements Refused {
    @Override
    public String reason() {
      return "reassigned";
    }

    @Override
    public String sentence() {
      return "A result keeps its learner and its line item; this one was sent for another.";
    }
  }
}
