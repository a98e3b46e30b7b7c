/**
 * Occupations: what they are called and which skills they need, as an operator loads them.
 *
 * <p>Decision: a search by an occupation becomes a search by its skills before any index is asked,
 * so that an index knows nothing of occupations and a reason can name the skill that answered.
 */
@NullMarked
@Feature(uses = {"org.vellum.search.vocabulary"})
package org.vellum.search.occupation;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
