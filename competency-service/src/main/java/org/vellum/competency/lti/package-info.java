/**
 * LTI 1.3 Advantage: tools that are launched from here, and the learning management systems from
 * which we are launched.
 *
 * <p>Decision: a tool is an OAuth 2.0 client that sees the classes in which it has a link and
 * nothing else; its scores are evaluation results like any other source's, and the gradebook that
 * it reads is made of them, so there is no second truth.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.competency.catalogue",
      "org.vellum.competency.evaluation",
      "org.vellum.competency.framework",
      "org.vellum.competency.roster"
    })
package org.vellum.competency.lti;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
