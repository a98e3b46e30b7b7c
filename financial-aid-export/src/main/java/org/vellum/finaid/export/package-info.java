/**
 * Writes what was derived as a package of files that an aid system can read and anyone can check:
 * NDJSON, CSV and XML with their schemas, and a signed manifest with totals that balance.
 *
 * <p>Decision: every form is made from one description of the entities, and the same records give
 * the same bytes, so that two runs can be compared and a form can be left out without another
 * changing.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.finaid.academicyear",
      "org.vellum.finaid.facts",
      "org.vellum.finaid.loan",
      "org.vellum.finaid.measure",
      "org.vellum.finaid.pell",
      "org.vellum.finaid.period",
      "org.vellum.finaid.program",
      "org.vellum.finaid.progress",
      "org.vellum.finaid.sap",
      "org.vellum.finaid.timeline",
      "org.vellum.finaid.week",
      "org.vellum.finaid.withdrawal"
    })
package org.vellum.finaid.export;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
