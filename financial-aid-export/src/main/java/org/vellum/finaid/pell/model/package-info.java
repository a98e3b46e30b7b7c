/**
 * Which part of a Pell Grant belongs to a payment period.
 *
 * <p>Decision: a fraction is given with both of its measures and no money is awarded: the aid
 * office multiplies.
 */
@NullMarked
@Feature(uses = "org.vellum.finaid.measure")
package org.vellum.finaid.pell.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
