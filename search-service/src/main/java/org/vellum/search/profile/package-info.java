/**
 * What learners let employers see: their consent, its preview, and who saw them.
 *
 * <p>Decision: a profile is a standing consent and is deleted, with all that the index says of it,
 * in the transaction that withdraws it; its versions are kept apart and are never changed. A
 * profile that is granted again has another identifier, so that nobody recognises the learner by
 * the old one.
 */
@NullMarked
@Feature(uses = {"org.vellum.search.achievement", "org.vellum.search.index"})
package org.vellum.search.profile;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
