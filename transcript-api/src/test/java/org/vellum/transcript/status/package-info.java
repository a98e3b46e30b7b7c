/**
 * Shows that a revocation is seen by whoever asks for the list.
 *
 * <p>Decision: a list is read back from what was sent, not from the tables.
 */
@NullMarked
package org.vellum.transcript.status;

import org.jspecify.annotations.NullMarked;
