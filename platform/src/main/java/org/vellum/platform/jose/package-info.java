/**
 * Signed tokens of others and the public keys that they are signed by (RFC 7515, 7517, 7519).
 *
 * <p>Decision: only asymmetric algorithms are known here, so a token can neither be unsigned nor be
 * signed with a public key taken for a shared secret; Nimbus verifies, and the times in a token are
 * compared with the instant that the caller gives.
 */
@Feature(
    uses = {"org.vellum.platform.fetch", "org.vellum.platform.json", "org.vellum.platform.usecase"})
@NullMarked
package org.vellum.platform.jose;

import org.jspecify.annotations.NullMarked;
import org.vellum.platform.architecture.Feature;
