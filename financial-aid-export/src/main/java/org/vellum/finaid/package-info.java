/**
 * The financial aid service as a whole: its Jakarta REST application and what happens when it
 * starts.
 *
 * <p>Decision: the rules stand in pure models beside the pages that show them, so that they can be
 * used and measured without a server.
 */
@NullMarked
package org.vellum.finaid;

import org.jspecify.annotations.NullMarked;
