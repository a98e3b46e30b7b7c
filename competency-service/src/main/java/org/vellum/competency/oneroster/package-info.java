/**
 * What the services of OneRoster 1.2 share as providers: the addresses of objects, and how a
 * collection is filtered, sorted, cut into pages and written.
 *
 * <p>Decision: a class of objects is a list of members, each with its name, its kind and its text
 * in SQL; from this one list come the columns that are read, the conditions of a filter, the order
 * and the JSON, so that a member can be filtered by exactly what is sent of it.
 */
@NullMarked
package org.vellum.competency.oneroster;

import org.jspecify.annotations.NullMarked;
