/**
 * How far a learner has come through the scheduled periods.
 *
 * <p>Decision: only cumulative totals count: units earned and weeks completed since the start, each
 * in its own time, however the facts came in.
 */
@NullMarked
@Feature(uses = {"org.vellum.finaid.measure", "org.vellum.finaid.period"})
package org.vellum.finaid.progress.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
