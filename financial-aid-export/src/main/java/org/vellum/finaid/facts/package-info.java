/**
 * What is known of learners and programs: told by events, imported or set by the aid office, and
 * read as it stood at one moment.
 *
 * <p>Decision: what events told and what the aid office added lie in different rows, so that a
 * replay of the events rebuilds the one and leaves the other alone.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.finaid.measure",
      "org.vellum.finaid.period",
      "org.vellum.finaid.program",
      "org.vellum.finaid.progress",
      "org.vellum.finaid.week",
      "org.vellum.finaid.withdrawal"
    })
package org.vellum.finaid.facts;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
