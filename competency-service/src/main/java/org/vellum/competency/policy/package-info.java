/**
 * The registrar's pages of mastery policies: what holds in a framework, what a proposed policy
 * would change for whom, and its adoption.
 *
 * <p>Decision: a preview asks the very function that decides, with the proposed policy as if it
 * were adopted, so that it cannot promise anything else than what happens.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.competency.catalogue",
      "org.vellum.competency.evaluation",
      "org.vellum.competency.framework",
      "org.vellum.competency.mastery",
      "org.vellum.competency.roster"
    })
package org.vellum.competency.policy;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
