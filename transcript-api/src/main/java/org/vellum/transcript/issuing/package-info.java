/**
 * Publishes a learner's record: one signed credential for each achievement, inside one signed
 * comprehensive learner record.
 *
 * <p>Decision: a credential is stored as the text that was signed and is never rebuilt; the columns
 * beside it only find it. A record that changes is superseded by a new one, and what it says of
 * unchanged achievements is the same signed text again. Depends on {@code records}, {@code issuer}
 * and {@code status}.
 */
@NullMarked
package org.vellum.transcript.issuing;

import org.jspecify.annotations.NullMarked;
