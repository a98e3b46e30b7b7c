/**
 * The rules against what must hold of all of them, and against the second implementation.
 *
 * <p>Decision: cases are thrown by dice with a seed that is printed, so that a failure can be
 * thrown again by {@code -Dseed=}.
 */
@NullMarked
package org.vellum.finaid.rules;

import org.jspecify.annotations.NullMarked;
