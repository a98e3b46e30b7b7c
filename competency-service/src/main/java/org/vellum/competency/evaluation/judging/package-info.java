/**
 * Evaluations by hand: faculty judge a learner's work by a rubric, or by a number.
 *
 * <p>Decision: what is judged becomes a fact through the same use case as what a system sends. Its
 * source is {@code faculty}, and each correction names the fact that it corrects, so that a form
 * sent twice is stored once and two people cannot overwrite each other unseen.
 */
@NullMarked
package org.vellum.competency.evaluation.judging;

import org.jspecify.annotations.NullMarked;
