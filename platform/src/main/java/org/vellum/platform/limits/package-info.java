/**
 * Bounds on what comes in: how often, how much.
 *
 * <p>Decision: the counters stand in the database, so that several nodes count together.
 */
@Feature(
    uses = {
      "org.vellum.platform.configuration",
      "org.vellum.platform.persistence",
      "org.vellum.platform.security",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.limits;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
