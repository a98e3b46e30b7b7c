/**
 * What learners have achieved: competencies attained and courses completed, decided from evaluation
 * results in the transaction that stores them.
 *
 * <p>Decision: an achievement stands as long as the results on which it rests say the same. Only a
 * correction of one of them ends it, or, where a policy weighs all results of a time against each
 * other, one of that time that comes late; a change of roster, catalogue, framework or policy never
 * does, because it keeps the rules, the policy and the wording under which it was achieved.
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
