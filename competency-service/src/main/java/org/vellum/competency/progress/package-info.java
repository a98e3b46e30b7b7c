/**
 * How far learners have come, by framework: for themselves, for those who teach them, and for the
 * registrar.
 *
 * <p>Decision: who may see a learner is part of the query that finds the learner, so that a page of
 * somebody else's learner and a page of nobody are the same answer.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.competency.evaluation",
      "org.vellum.competency.framework",
      "org.vellum.competency.mastery",
      "org.vellum.competency.roster"
    })
package org.vellum.competency.progress;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
