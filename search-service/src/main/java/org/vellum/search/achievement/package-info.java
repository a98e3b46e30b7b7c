/**
 * What other services told of learners, their published records and the programs.
 *
 * <p>Decision: a learner's record is kept whole and replaced whole, as it is published; what is
 * revoked or compromised stands in tables of its own, so that the order in which facts arrive does
 * not matter.
 */
@NullMarked
@Feature(uses = {"org.vellum.search.index", "org.vellum.search.vocabulary"})
package org.vellum.search.achievement;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
