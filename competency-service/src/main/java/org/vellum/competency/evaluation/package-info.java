/**
 * Evaluation results as facts: stored once, corrected or taken back by new facts, never changed.
 *
 * <p>Decision: the database itself refuses to change or remove a fact, and lets each be superseded
 * once; so the history of a result is one line, ordered by the source's time, whatever the order in
 * which requests arrived.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.competency.catalogue",
      "org.vellum.competency.framework",
      "org.vellum.competency.mastery",
      "org.vellum.competency.oneroster",
      "org.vellum.competency.roster"
    })
package org.vellum.competency.evaluation;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
