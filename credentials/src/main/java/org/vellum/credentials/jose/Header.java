package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.credentials.key.SignatureAlgorithm;

/** Checks a JOSE header (RFC 7515, section 4) against the profile of the token. */
final class Header {
  private static final Set<String> OPEN_BADGES = Set.of("alg", "kid", "jwk", "typ");

  private Header() {}

  static KeyBinding check(ObjectNode header, JwtProfile profile, Found found) {
    algorithm(header, found);
    if (header.has("crit")) {
      found.invalid("crit", "header:/crit", "it demands an extension that is not known here");
    }
    if (header.has("b64")) {
      found.invalid("b64", "header:/b64", "a token's payload is always encoded (RFC 7797, 7)");
    }
    type(header, profile, found);
    for (Map.Entry<String, JsonNode> member : header.properties()) {
      if (profile == JwtProfile.OPEN_BADGES && !OPEN_BADGES.contains(member.getKey())) {
        found.breach(
            "additional-header",
            "header:/" + member.getKey(),
            "Open Badges 3.0 allows no headers but alg, kid, jwk and typ");
      }
    }
    return binding(header, profile, found);
  }

  private static void algorithm(ObjectNode header, Found found) {
    String alg = header.path("alg").asText("");
    if (alg.equals("none") || alg.isEmpty()) {
      found.invalid("unsigned", "header:/alg", "it is not signed, so anybody may have made it");
    } else if (Algorithms.named(alg).isEmpty()) {
      found.invalid(
          "algorithm", "header:/alg", "signed in another way than RS256, ES256, ES384 or EdDSA");
    }
  }

  private static void type(ObjectNode header, JwtProfile profile, Found found) {
    String typ = header.path("typ").asText("");
    if (profile == JwtProfile.OPEN_BADGES && header.has("typ") && !typ.equals("JWT")) {
      found.breach("typ", "header:/typ", "Open Badges 3.0 wants JWT, if it is present");
    }
    if (profile == JwtProfile.JOSE_COSE && !typ.equals("vc+jwt")) {
      found.remark("typ", "header:/typ", "it should be vc+jwt (VC-JOSE-COSE, section 3.1.1)");
    }
  }

  private static KeyBinding binding(ObjectNode header, JwtProfile profile, Found found) {
    JsonNode kid = header.path("kid");
    if (header.has("kid") && !kid.isTextual()) {
      found.invalid("kid", "header:/kid", "the name of the key is not a text");
    }
    if (header.has("jwk")) {
      return embedded(header, kid.asText(""), found);
    }
    if (kid.isTextual() && !kid.textValue().isEmpty()) {
      return new KeyBinding.ByName(kid.textValue());
    }
    if (profile == JwtProfile.OPEN_BADGES) {
      found.breach("no-key", "header:", "it must name its key by kid or jwk");
    }
    return new KeyBinding.Absent();
  }

  private static KeyBinding embedded(ObjectNode header, String kid, Found found) {
    JsonNode jwk = header.path("jwk");
    if (!Jwks.secretMembers(jwk).isEmpty()) {
      found.invalid(
          "private-key", "header:/jwk", "it gives away a secret key, so anybody can sign with it");
      return new KeyBinding.Absent();
    }
    Optional<PublicKey> key = Jwks.find(jwk);
    if (key.isEmpty()) {
      found.invalid("jwk", "header:/jwk", "not a public key of a kind that signs here");
      return new KeyBinding.Absent();
    }
    Optional<SignatureAlgorithm> named = Algorithms.named(header.path("alg").asText(""));
    if (!SignatureAlgorithm.of(key.get()).equals(named)) {
      found.invalid("key-mismatch", "header:/jwk", "the key is of another kind than alg says");
    }
    return new KeyBinding.ByKey(key.get(), kid);
  }
}
