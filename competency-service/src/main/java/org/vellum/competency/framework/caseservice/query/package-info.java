/**
 * Finds and orders documents as a client of the CASE service asks (CASE 1.1, REST binding, section
 * 3).
 *
 * <p>Decision: a filter becomes one SQL condition, put together from texts that stand in this
 * package; everything that was sent is bound. The database compares, by the Unicode Collation
 * Algorithm, so that a page is cut and counted where the rows are.
 */
@NullMarked
package org.vellum.competency.framework.caseservice.query;

import org.jspecify.annotations.NullMarked;
