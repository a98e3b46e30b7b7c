/**
 * The gradebook service of OneRoster 1.2, as a provider: categories, score scales, line items,
 * results and assessments over REST.
 *
 * <p>Decision: what comes in is checked member by member by hand, because the official schema
 * forbids what real systems add and its pattern for other sources of learning objectives is
 * malformed; what goes out has only members that the schema knows. Members that it does not know
 * are kept with the fact.
 */
@NullMarked
package org.vellum.competency.evaluation.oneroster;

import org.jspecify.annotations.NullMarked;
