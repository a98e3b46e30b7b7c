/**
 * The catalogue: programs and what they require, what completes a course, what comes before what,
 * and what teaches, assesses and requires which competency.
 *
 * <p>Decision: rules are data with a time of effect. A change ends a rule and begins another, so
 * that every decision of the past can still be explained by the rule that was in force. What
 * assesses a competency at a threshold is a rule of evidence and kept as one, in one place.
 */
@Feature(uses = {"org.vellum.competency.framework", "org.vellum.competency.roster"})
@NullMarked
package org.vellum.competency.catalogue;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
