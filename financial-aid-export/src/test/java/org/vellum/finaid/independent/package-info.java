/**
 * A second implementation of the rules, to hold the first against.
 *
 * <p>Decision: it was written from the text of the regulations and the Handbook, uses nothing of
 * ours, counts in whole numbers and walks through days one by one, so that it hardly makes the same
 * mistakes.
 */
@NullMarked
package org.vellum.finaid.independent;

import org.jspecify.annotations.NullMarked;
