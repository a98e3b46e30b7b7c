/**
 * What the 1EdTech services share: their error payloads, one dialect for each standard, and how a
 * collection is filtered, sorted and cut into pages.
 *
 * <p>Decision: the standards differ in member names, code words and status codes, so a dialect is a
 * type of its own that is told what happened ({@link org.vellum.platform.imsx.Fault}) and says it
 * in its own words.
 */
@NullMarked
@Feature(uses = {"org.vellum.platform.persistence"})
package org.vellum.platform.imsx;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
