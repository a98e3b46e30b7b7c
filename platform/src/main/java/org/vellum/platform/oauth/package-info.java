/**
 * Access tokens for machines: OAuth 2.0 client credentials (RFC 6749, section 4.4).
 *
 * <p>Decision: Nimbus reads and writes the protocol; tokens are opaque and looked up, so one that
 * is revoked is worthless at once.
 */
@Feature(
    uses = {
      "org.vellum.platform.audit",
      "org.vellum.platform.configuration",
      "org.vellum.platform.limits",
      "org.vellum.platform.pages",
      "org.vellum.platform.problem",
      "org.vellum.platform.security",
      "org.vellum.platform.time",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.oauth;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
