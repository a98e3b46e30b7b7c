/**
 * Gives what was signed in the forms that other systems and people take: a record as ELMO, a single
 * achievement as a picture of a badge.
 *
 * <p>Decision: everything is made from the signed document when it is asked for, and what a form
 * has no place for is said in it; the signed document stays what counts.
 */
@NullMarked
@Feature(uses = {"org.vellum.transcript.display"})
package org.vellum.transcript.exporting;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
