package org.vellum.competency.evaluation.oneroster;

import java.time.Instant;

/** What became of a line item that was sent. */
sealed interface LineItemOutcome {

  /** It is stored. */
  record Stored() implements LineItemOutcome {}

  /** The roster does not know what a member of it names. */
  record UnknownReference(String member) implements LineItemOutcome {}

  /** A newer state of it is stored already. */
  record Stale(Instant newest) implements LineItemOutcome {}
}
