package org.vellum.credentials.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The public half of an issuer's key, as a controller document lists it (Controlled Identifiers
 * 1.0, section 2.2.2 Multikey).
 *
 * @param id the verification method, a URL with a fragment
 * @param controller the DID or URL that speaks for the key
 * @param publicKeyMultibase the key as {@code z6Mk…}
 * @param expires since when the controller no longer signs with it; null while it does
 * @param revoked since when nothing that it signed is to be believed, such as the time at which it
 *     was stolen at the earliest; null if it was never compromised
 */
public record VerificationKey(
    String id,
    String controller,
    String publicKeyMultibase,
    @Nullable Instant expires,
    @Nullable Instant revoked) {

  /** A key without an end. */
  public VerificationKey(String id, String controller, String publicKeyMultibase) {
    this(id, controller, publicKeyMultibase, null, null);
  }

  /** The same key, with which its controller has not signed since. */
  public VerificationKey expiring(Instant end) {
    return new VerificationKey(id, controller, publicKeyMultibase, end, revoked);
  }

  /** The same key, which was compromised; what it signed since then is not to be believed. */
  public VerificationKey revokedAsOf(Instant end) {
    return new VerificationKey(id, controller, publicKeyMultibase, expires, end);
  }

  /** The Multikey object. */
  public ObjectNode toJson() {
    ObjectNode method =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("type", "Multikey")
            .put("controller", controller);
    if (expires != null) {
      method.put("expires", expires.toString());
    }
    if (revoked != null) {
      method.put("revoked", revoked.toString());
    }
    return method.put("publicKeyMultibase", publicKeyMultibase);
  }
}
