/**
 * Writes the records of a package in the columns that another system imports, by mapping profiles
 * that are data: CSV, XML, and fixed widths.
 *
 * <p>Decision: a profile is applied to a finished package and to nothing else, so that what it
 * needs is published, a profile can be tried on any package, and a bad one never spoils a run.
 */
@NullMarked
@Feature(uses = {"org.vellum.finaid.export"})
package org.vellum.finaid.profile;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
