package org.vellum.credentials.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The public half of an issuer's key, as a controller document lists it (Controlled Identifiers
 * 1.0, section 2.2.2 Multikey).
 *
 * @param id the verification method, a URL with a fragment
 * @param controller the DID or URL that speaks for the key
 * @param publicKeyMultibase the key as {@code z6Mk…}
 */
public record VerificationKey(String id, String controller, String publicKeyMultibase) {

  /** The Multikey object. */
  public ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("type", "Multikey")
        .put("controller", controller)
        .put("publicKeyMultibase", publicKeyMultibase);
  }
}
