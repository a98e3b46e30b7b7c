/**
 * Which facts, under which rules and policies, make a learner the master of what: a pure function.
 *
 * <p>Decision: scores are compared by cross multiplication and never divided, so that 80 % of a
 * scale of 3 is neither lost nor won by rounding; averages are exact fractions for the same reason.
 */
@NullMarked
package org.vellum.competency.mastery.model;

import org.jspecify.annotations.NullMarked;
