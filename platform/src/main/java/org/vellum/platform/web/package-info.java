/**
 * What every service's Jakarta REST application registers: filters, readers, writers, the answer to
 * errors.
 *
 * <p>Decision: Liberty does not scan the EAR's library for providers, so they are listed here once
 * and every application takes the list.
 */
@Feature(
    uses = {
      "org.vellum.platform.configuration",
      "org.vellum.platform.imsx",
      "org.vellum.platform.json",
      "org.vellum.platform.pages",
      "org.vellum.platform.problem",
      "org.vellum.platform.security",
      "org.vellum.platform.time",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.web;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
