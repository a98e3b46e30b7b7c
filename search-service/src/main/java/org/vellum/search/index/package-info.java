/**
 * Finds people by what they can do.
 *
 * <p>Decision: the index says who might be found; every page of results asks the database again, in
 * the query itself, whether the consent stands, for this employer, and whether each credential
 * still does. Counts are told in steps of five and never of fewer, so that no difference between
 * two of them is about somebody.
 */
@NullMarked
@Feature(uses = {"org.vellum.search.occupation", "org.vellum.search.vocabulary"})
package org.vellum.search.index;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
