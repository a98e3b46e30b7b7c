/**
 * Checks a credential that anybody brings, and tells what was found.
 *
 * <p>Decision: the verification itself is the credentials library's; here is only how documents are
 * got, safely for the network in which this server stands, and how a verdict is put into words.
 * What is brought is neither kept nor logged.
 */
@NullMarked
@Feature(
    uses = {
      "org.vellum.transcript.display",
      "org.vellum.transcript.issuer",
      "org.vellum.transcript.issuing",
      "org.vellum.transcript.sharing",
      "org.vellum.transcript.status"
    })
package org.vellum.transcript.verification;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
