/**
 * What Vellum costs, measured against what it could cost at least.
 *
 * <p>Decision: every figure is a ratio to a bare baseline that is measured in the same run, in turn
 * with it, because absolute times say more of the machine than of the program.
 */
@NullMarked
package org.vellum.benchmarks;

import org.jspecify.annotations.NullMarked;
