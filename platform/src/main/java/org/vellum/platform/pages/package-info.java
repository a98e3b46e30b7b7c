/**
 * Pages for people: one layout, one style sheet, templates that escape what they print.
 *
 * <p>Decision: pages are made on the server from the results that machines get as JSON, and work
 * without scripts.
 */
@Feature(
    uses = {
      "org.vellum.platform.configuration",
      "org.vellum.platform.problem",
      "org.vellum.platform.security",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
