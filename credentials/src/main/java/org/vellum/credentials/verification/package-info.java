/**
 * Judges a credential that a stranger brings: is it sound, whose is it, is it unchanged, does it
 * hold now, was it revoked.
 *
 * <p>Decision: a verdict has three values. What could not be fetched or is not understood is never
 * called forged, and never called valid.
 */
@NullMarked
package org.vellum.credentials.verification;

import org.jspecify.annotations.NullMarked;
