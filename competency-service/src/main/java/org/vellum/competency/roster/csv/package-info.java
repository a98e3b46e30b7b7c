/**
 * The CSV binding of OneRoster 1.2: from a zip that anybody may have made to rows that can be
 * believed.
 *
 * <p>Decision: an archive is read twice, first to its last byte without any effect, so that what is
 * wrong with the zip, the manifest or a header refuses the whole before anything is stored; then
 * row by row, never more than a row in memory.
 */
@NullMarked
package org.vellum.competency.roster.csv;

import org.jspecify.annotations.NullMarked;
