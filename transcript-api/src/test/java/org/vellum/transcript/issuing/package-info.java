/**
 * Shows that what is published can be verified by a stranger, and what becomes of it.
 *
 * <p>Decision: the judge of a published record is the verifier that strangers use.
 */
@NullMarked
package org.vellum.transcript.issuing;

import org.jspecify.annotations.NullMarked;
