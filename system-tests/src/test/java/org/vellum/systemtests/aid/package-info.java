/**
 * Reads a package of the financial aid export as a stranger would, and works everything out again.
 *
 * <p>Decision: written from the description of the package and from the regulations, with no line
 * of the export's code, so that both can only agree by being right.
 */
@NullMarked
package org.vellum.systemtests.aid;

import org.jspecify.annotations.NullMarked;
