/**
 * Results by file: taken in from OneRoster 1.2's CSV binding or from a filled-in template, and
 * given out together with the roster.
 *
 * <p>Decision: a file is read twice, first to its end without any effect, then in batches, each of
 * which is stored in its own transaction; since the same result is stored once however often it
 * comes, a file whose import broke off is sent again.
 */
@NullMarked
package org.vellum.competency.evaluation.csv;

import org.jspecify.annotations.NullMarked;
