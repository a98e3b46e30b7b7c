/**
 * The transcript as a PDF for people, with the CLR attached for programs, and the way back.
 *
 * <p>Decision: a PDF is read by what is attached to it. The page is a picture of the record, and no
 * program guesses a record from a picture.
 */
@NullMarked
package org.vellum.credentials.pdf;

import org.jspecify.annotations.NullMarked;
