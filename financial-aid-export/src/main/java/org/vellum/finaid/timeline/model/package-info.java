/**
 * One learner's way through a program: scheduled and actual periods, years, fractions and projected
 * ends.
 *
 * <p>Decision: all of it is a function of the program and the dated facts, so that the same facts
 * in any order give the same timeline.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.finaid.academicyear",
      "org.vellum.finaid.facts",
      "org.vellum.finaid.measure",
      "org.vellum.finaid.pell",
      "org.vellum.finaid.period",
      "org.vellum.finaid.program",
      "org.vellum.finaid.progress",
      "org.vellum.finaid.term",
      "org.vellum.finaid.week",
      "org.vellum.finaid.withdrawal"
    })
package org.vellum.finaid.timeline.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
