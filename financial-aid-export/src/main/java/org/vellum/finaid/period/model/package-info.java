/**
 * Scheduled payment periods of programs without terms, and what happens to them when a learner
 * leaves, comes back or changes.
 *
 * <p>Decision: periods are fixed at the start from the program alone and never follow a learner's
 * pace, which is tested against them.
 */
@NullMarked
@Feature(uses = "org.vellum.finaid.measure")
package org.vellum.finaid.period.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
