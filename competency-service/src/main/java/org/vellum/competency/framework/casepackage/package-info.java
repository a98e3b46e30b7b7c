/**
 * Reads a CASE package (CFPackage, CASE 1.0 and 1.1), judges it, and forms each of its objects as
 * CASE 1.1 wants it.
 *
 * <p>Decision: a package is read twice from the same bytes, object by object: once to judge it and
 * once to hand its objects on. So every rejection is decided before anything is written, and only
 * one object stands in memory as a tree at any time.
 */
@NullMarked
package org.vellum.competency.framework.casepackage;

import org.jspecify.annotations.NullMarked;
