/**
 * The figures of a withdrawal that a return of Title IV funds (R2T4) is computed from.
 *
 * <p>Decision: whether a withdrawal is past the 60 percent point is decided on the exact days and
 * never on the printed percentage.
 */
@NullMarked
@Feature(uses = {"org.vellum.finaid.measure", "org.vellum.finaid.week"})
package org.vellum.finaid.withdrawal.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
