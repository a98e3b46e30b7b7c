package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** By which standard a credential was made into a token. */
public enum JwtProfile {
  /** Open Badges 3.0, section 8.2 JSON Web Token Proof Format; CLR 2.0 has the same. */
  OPEN_BADGES,
  /** W3C Securing Verifiable Credentials using JOSE and COSE 1.0, section 3.1. */
  JOSE_COSE,
  /** Verifiable Credentials Data Model 1.1, section 6.3.1: the credential is the claim vc. */
  VC_1_1;

  /**
   * Tells the profile: by {@code vc}, which is forbidden in VC-JOSE-COSE; by {@code typ} and {@code
   * cty}; and, where those are silent, by the claims that Open Badges demands.
   */
  static JwtProfile of(ObjectNode header, ObjectNode payload) {
    String typ = header.path("typ").asText("");
    if (typ.equals("vc+jwt") || header.path("cty").asText("").equals("vc")) {
      return JOSE_COSE;
    }
    if (payload.path("vc").isObject()) {
      return VC_1_1;
    }
    boolean claimed = payload.has("jti") || payload.has("nbf");
    return typ.equals("JWT") || claimed ? OPEN_BADGES : JOSE_COSE;
  }
}
