/**
 * What objects of Edu-API 1.0 tell, as rows of the roster.
 *
 * <p>Decision: the roster speaks OneRoster, so that everything that rests on it need not know where
 * it came from; what Edu-API has beyond it is not kept. An offering becomes both a class and the
 * course of which it is taught; a component of a course offering becomes another class of that
 * course.
 */
@NullMarked
package org.vellum.competency.roster.eduapi;

import org.jspecify.annotations.NullMarked;
