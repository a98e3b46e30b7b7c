/**
 * Prints a signed record as the PDF that a registrar would hand out.
 *
 * <p>Decision: a PDF is made when it is asked for and never kept. What counts is the signed record
 * in it, and the page says whether anybody vouches for the page itself.
 */
@NullMarked
@Feature(uses = {"org.vellum.transcript.issuer"})
package org.vellum.transcript.printing;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
