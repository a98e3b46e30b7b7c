/**
 * Which part of an annual Direct Loan limit a short program or a short remaining period has.
 *
 * <p>Decision: the exact fraction is the value; a school's two-place decimal is made from it, by
 * the school's own choice.
 */
@NullMarked
@Feature(uses = "org.vellum.finaid.measure")
package org.vellum.finaid.loan.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
