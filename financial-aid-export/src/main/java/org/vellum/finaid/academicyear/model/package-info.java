/**
 * Borrower-based academic years of programs without terms (BBAY 3).
 *
 * <p>Decision: a year ends by the later of its two measures, and the units that then remain decide
 * on proration, so both are kept for every year.
 */
@NullMarked
@Feature(
    uses = {"org.vellum.finaid.loan", "org.vellum.finaid.measure", "org.vellum.finaid.progress"})
package org.vellum.finaid.academicyear.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
