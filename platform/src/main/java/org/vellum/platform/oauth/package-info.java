/**
 * Access tokens for machines: OAuth 2.0 client credentials (RFC 6749, section 4.4).
 *
 * <p>Decision: Nimbus reads and writes the protocol; tokens are opaque and looked up, so one that
 * is revoked is worthless at once.
 */
@NullMarked
package org.vellum.platform.oauth;

import org.jspecify.annotations.NullMarked;
