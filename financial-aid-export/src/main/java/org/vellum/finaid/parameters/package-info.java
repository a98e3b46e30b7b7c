/**
 * What the aid office sets for a program: read, checked against the federal minimums, and shown in
 * its effect before it is kept.
 *
 * <p>Decision: parameters hold for learners who begin on a day or later, because the payment
 * periods of those who are in the program are fixed (34 CFR 668.4(c)); a mistake is mended by a
 * revision of the same day, and then its effect on them is told.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.finaid.facts",
      "org.vellum.finaid.measure",
      "org.vellum.finaid.pell",
      "org.vellum.finaid.period",
      "org.vellum.finaid.program",
      "org.vellum.finaid.week"
    })
package org.vellum.finaid.parameters;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
