/**
 * What of the catalogue travels in CASE: prerequisites of competencies.
 *
 * <p>Decision: they travel as a package of their own, without items, as crosswalks do. In the
 * package of a framework they would change what its publisher said, and make what was imported
 * another than what is exported.
 */
@NullMarked
package org.vellum.competency.catalogue.caseexport;

import org.jspecify.annotations.NullMarked;
