/**
 * Shows that a link shows what the learner chose, to whom, and for how long.
 *
 * <p>Decision: records come from the same use cases that registrars use.
 */
@NullMarked
package org.vellum.transcript.sharing;

import org.jspecify.annotations.NullMarked;
