/**
 * What learners have achieved: competencies attained and courses completed, decided from evaluation
 * results in the transaction that stores them.
 *
 * <p>Decision: an achievement stands as long as the result on which it rests says the same. Only a
 * correction of that result ends it; a change of roster, catalogue or framework never does, because
 * it keeps the rule and the wording under which it was achieved.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.competency.catalogue",
      "org.vellum.competency.framework",
      "org.vellum.competency.roster"
    })
package org.vellum.competency.mastery;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
