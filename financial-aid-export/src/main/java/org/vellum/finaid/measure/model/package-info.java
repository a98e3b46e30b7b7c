/**
 * The exact numbers that all rules work with, and the rule that each derived value names as its
 * reason.
 *
 * <p>Decision: units and weeks are decimals and never binary floats, halves are never rounded, and
 * fractions are kept apart until the very last step, because an aid office must find the same cent.
 */
@NullMarked
@Feature
package org.vellum.finaid.measure.model;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
