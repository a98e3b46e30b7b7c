/**
 * Weeks of instructional time.
 *
 * <p>Decision: a week is a block of seven days counted from the first day; days of overlapping
 * courses fall into the same blocks, so that no week is counted twice.
 */
@NullMarked
@Feature(uses = "org.vellum.finaid.measure")
package org.vellum.finaid.week.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
