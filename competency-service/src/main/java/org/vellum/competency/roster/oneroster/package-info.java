/**
 * The rostering service of OneRoster 1.2, as a provider: everything that the roster knows, read
 * over REST.
 *
 * <p>Decision: the operations below a school, class, course, term or person are a table of paths,
 * each with the class of what it answers and one condition in SQL; the resource only walks it.
 */
@NullMarked
package org.vellum.competency.roster.oneroster;

import org.jspecify.annotations.NullMarked;
