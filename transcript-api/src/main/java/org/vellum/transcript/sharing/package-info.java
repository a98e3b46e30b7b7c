/**
 * Lets a learner show a record, or chosen achievements of it, to whoever holds a link.
 *
 * <p>Decision: a link that was guessed, has expired, was withdrawn or is locked gives the same
 * empty answer as an address at which there never was anything; only the log says which it was.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.transcript.display",
      "org.vellum.transcript.issuer",
      "org.vellum.transcript.issuing",
      "org.vellum.transcript.printing",
      "org.vellum.transcript.records"
    })
package org.vellum.transcript.sharing;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
