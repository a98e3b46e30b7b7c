/**
 * How much of a full load a learner carries.
 *
 * <p>Decision: intensity for Pell and the status that is reported are two values with two rules,
 * because a program without terms has both.
 */
@NullMarked
@Feature(uses = {"org.vellum.finaid.measure", "org.vellum.finaid.program"})
package org.vellum.finaid.enrollment.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
