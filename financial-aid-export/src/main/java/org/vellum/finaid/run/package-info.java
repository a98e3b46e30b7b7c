/**
 * The life of an export run: asked for, running, perhaps held, at last published, failed or
 * cancelled; and the steps of which it is made.
 *
 * <p>Decision: a run first writes the facts of one moment down. A database transaction does not
 * outlive a crash, and a run that goes on must go on with the same facts.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.finaid.delta",
      "org.vellum.finaid.export",
      "org.vellum.finaid.facts",
      "org.vellum.finaid.measure",
      "org.vellum.finaid.profile",
      "org.vellum.finaid.progress",
      "org.vellum.finaid.records",
      "org.vellum.finaid.ssn"
    })
package org.vellum.finaid.run;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
