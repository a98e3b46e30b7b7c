/**
 * The registrar's page of results that were refused: why, what their identifiers mean, and once
 * more.
 *
 * <p>Decision: nothing is replayed by itself. A source that sends again settles its own rejections;
 * whoever mends a mapping sees at once what became of the results that waited for it.
 */
@NullMarked
package org.vellum.competency.evaluation.rejected;

import org.jspecify.annotations.NullMarked;
