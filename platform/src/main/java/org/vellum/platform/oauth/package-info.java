/**
 * Access tokens for machines: OAuth 2.0 client credentials (RFC 6749, section 4.4), proved by a
 * secret or by a signed assertion (RFC 7523); introspection (RFC 7662) and revocation (RFC 7009).
 *
 * <p>Decision: Nimbus reads and writes the protocol; tokens are opaque and looked up, so one that
 * is revoked is worthless at once.
 */
@Feature(
    uses = {
      "org.vellum.platform.audit",
      "org.vellum.platform.configuration",
      "org.vellum.platform.jose",
      "org.vellum.platform.limits",
      "org.vellum.platform.pages",
      "org.vellum.platform.persistence",
      "org.vellum.platform.problem",
      "org.vellum.platform.security",
      "org.vellum.platform.time",
      "org.vellum.platform.usecase"
    })
@NullMarked
package org.vellum.platform.oauth;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
