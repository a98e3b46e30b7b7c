/**
 * The files in which credentials come, and the one way to judge whichever somebody brings.
 *
 * <p>Decision: what a file is says its content, never its name or the type that a sender gave. The
 * first sign decides before anything that could stand further in: a badge whose text speaks of PDF
 * is no PDF.
 */
@NullMarked
package org.vellum.credentials.file;

import org.jspecify.annotations.NullMarked;
