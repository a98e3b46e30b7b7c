/**
 * The catalogue: programs, what completes a course, and which evaluation evidences which
 * competency.
 *
 * <p>Decision: rules are data with a time of effect. A change ends a rule and begins another, so
 * that every decision of the past can still be explained by the rule that was in force.
 */
@Feature(uses = {"org.vellum.competency.framework", "org.vellum.competency.roster"})
@NullMarked
package org.vellum.competency.catalogue;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
