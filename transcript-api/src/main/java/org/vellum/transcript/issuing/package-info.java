/**
 * Publishes a learner's record: one signed credential for each achievement, inside one signed
 * comprehensive learner record.
 *
 * <p>Decision: a credential is stored as the text that was signed and is never rebuilt; the columns
 * beside it only find it. A record that changes is superseded by a new one, and what it says of
 * unchanged achievements is the same signed text again.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.transcript.exporting",
      "org.vellum.transcript.issuer",
      "org.vellum.transcript.records",
      "org.vellum.transcript.status"
    })
package org.vellum.transcript.issuing;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
