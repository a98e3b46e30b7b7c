/**
 * Writes learner records as ELMO, the format of EMREX, and reads ELMO.
 *
 * <p>Decision: what is written is read back at once, and every difference is reported as lost, so
 * that no list of losses has to be kept true by hand.
 */
@NullMarked
package org.vellum.credentials.elmo;

import org.jspecify.annotations.NullMarked;
