/**
 * The error payloads of the 1EdTech standards, one dialect for each standard.
 *
 * <p>Decision: the standards differ in member names, code words and status codes, so a dialect is a
 * type of its own that is told what happened ({@link org.vellum.platform.imsx.Fault}) and says it
 * in its own words.
 */
@NullMarked
package org.vellum.platform.imsx;

import org.jspecify.annotations.NullMarked;
