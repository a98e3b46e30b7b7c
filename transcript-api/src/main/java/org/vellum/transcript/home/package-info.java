/**
 * Where people arrive: the start page, and the learner's own page with the record and its shares.
 *
 * <p>Decision: a learner sees on one page what is published, what others see of it, and who may, so
 * that sharing and taking back are equally near.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.transcript.display",
      "org.vellum.transcript.exporting",
      "org.vellum.transcript.issuer",
      "org.vellum.transcript.issuing",
      "org.vellum.transcript.printing",
      "org.vellum.transcript.records",
      "org.vellum.transcript.sharing"
    })
package org.vellum.transcript.home;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
