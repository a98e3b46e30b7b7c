/**
 * One learner's time in a program as a picture and as tables, each number with its citation; and
 * the list by which a learner is found.
 *
 * <p>Decision: the picture is drawn on the server from the same rules as the export, and everything
 * in it also stands in the tables beneath, for who cannot see it and for paper.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.finaid.academicyear",
      "org.vellum.finaid.facts",
      "org.vellum.finaid.measure",
      "org.vellum.finaid.period",
      "org.vellum.finaid.progress",
      "org.vellum.finaid.term",
      "org.vellum.finaid.week"
    })
package org.vellum.finaid.timeline;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
