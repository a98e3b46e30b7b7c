package org.vellum.transcript.sharing;

import org.vellum.transcript.issuing.PublishedRecord;

/** What becomes of somebody who comes with a link. */
sealed interface Entry {
  /** The share shows this record, of which it may show a selection. */
  record Admitted(Share share, PublishedRecord record) implements Entry {}

  /** The share asks for an access code, and none was brought. */
  record CodeNeeded() implements Entry {}

  /** The access code that was brought is not the right one. */
  record WrongCode() implements Entry {}

  /** There is nothing to be seen; only the log may say why. */
  record Closed(Reason reason) implements Entry {}

  /** Why there is nothing to be seen. */
  enum Reason {
    UNKNOWN,
    LOCKED,
    EXPIRED,
    WITHDRAWN,
    UNPUBLISHED
  }
}
