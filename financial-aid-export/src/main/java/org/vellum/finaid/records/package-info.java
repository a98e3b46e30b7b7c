/**
 * From facts to the records that are exported, with every fault by its code.
 *
 * <p>Decision: records are a pure function of one learner's facts, the programs, a day and a
 * version of the rules; so they can be made in any order, in parallel, and again.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.finaid.academicyear",
      "org.vellum.finaid.enrollment",
      "org.vellum.finaid.export",
      "org.vellum.finaid.facts",
      "org.vellum.finaid.loan",
      "org.vellum.finaid.measure",
      "org.vellum.finaid.pell",
      "org.vellum.finaid.period",
      "org.vellum.finaid.program",
      "org.vellum.finaid.progress",
      "org.vellum.finaid.sap",
      "org.vellum.finaid.subscription",
      "org.vellum.finaid.term",
      "org.vellum.finaid.timeline",
      "org.vellum.finaid.week",
      "org.vellum.finaid.withdrawal"
    })
package org.vellum.finaid.records;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
