/**
 * Facts that no system sends yet, imported by the aid office as CSV: rows that are right go in, of
 * the others it is told why not.
 *
 * <p>Decision: each kind of file is a list of columns, and one engine reads, checks and stores them
 * all, so that a template, its documentation and what is accepted cannot differ.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.finaid.facts",
      "org.vellum.finaid.measure",
      "org.vellum.finaid.progress",
      "org.vellum.finaid.withdrawal"
    })
package org.vellum.finaid.imports;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
