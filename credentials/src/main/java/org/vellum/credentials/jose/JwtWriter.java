package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.json.EmptyMembers;
import org.vellum.credentials.key.Signer;

/**
 * Signs credentials as tokens. A proof that the credential carries is signed with it, so where both
 * forms are wanted the embedded proof is made first (Open Badges 3.0, section 8.2).
 */
public final class JwtWriter {
  private JwtWriter() {}

  /**
   * Signs by the profile of Open Badges 3.0 and CLR 2.0 (section 8.2): the credential's members
   * with {@code iss}, {@code jti}, {@code nbf} and, where there is one, {@code sub} and {@code exp}
   * beside them; in the header nothing but {@code alg}, {@code typ} and the key. That profile
   * promises RS256 everywhere; other algorithms reach fewer readers.
   *
   * @throws IllegalArgumentException if the credential lacks what must be repeated, holds nulls or
   *     empty arrays, or already uses the name of a claim
   */
  public static String openBadges(ObjectNode credential, Signer signer, KeyNaming naming) {
    refuse(credential);
    ObjectNode payload = credential.deepCopy();
    payload.put("iss", demanded(Members.issuer(credential), "issuer"));
    payload.put("jti", demanded(Members.text(credential.path("id")), "id"));
    payload.put(
        "nbf", demanded(Members.time(credential.path("validFrom")), "validFrom").getEpochSecond());
    Members.subject(credential).ifPresent(subject -> payload.put("sub", subject));
    if (credential.has("validUntil")) {
      Instant end = demanded(Members.time(credential.path("validUntil")), "validUntil");
      payload.put("exp", end.getEpochSecond());
    }
    ObjectNode header = header(signer, naming).put("typ", "JWT");
    return sign(header, payload, signer);
  }

  /**
   * Signs by W3C VC-JOSE-COSE (section 3.1.1): the payload is the credential, nothing beside it;
   * {@code typ} is {@code vc+jwt}, {@code cty} is {@code vc}.
   *
   * @throws IllegalArgumentException if the credential holds nulls, empty arrays, or a member with
   *     the name of a claim
   */
  public static String joseCose(ObjectNode credential, Signer signer, KeyNaming naming) {
    refuse(credential);
    ObjectNode header = header(signer, naming).put("typ", "vc+jwt").put("cty", "vc");
    return sign(header, credential, signer);
  }

  private static void refuse(ObjectNode credential) {
    List<String> empty = EmptyMembers.in(credential);
    if (!empty.isEmpty()) {
      throw new IllegalArgumentException("null or an empty array at " + empty);
    }
    for (String claim : Claims.RESERVED) {
      if (credential.has(claim)) {
        throw new IllegalArgumentException(claim + " is a claim of the token, not a member");
      }
    }
  }

  private static <T> T demanded(Optional<T> value, String member) {
    return value.orElseThrow(
        () -> new IllegalArgumentException("a token needs the credential's " + member));
  }

  private static ObjectNode header(Signer signer, KeyNaming naming) {
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("alg", signer.algorithm().joseName());
    return switch (naming) {
      case KID -> header.put("kid", signer.verificationMethod());
      case JWK -> header.set("jwk", Jwks.of(signer.publicKey()));
    };
  }

  private static String sign(ObjectNode header, ObjectNode payload, Signer signer) {
    String input =
        CompactJws.encode(utf8(header.toString()))
            + "."
            + CompactJws.encode(utf8(payload.toString()));
    return input + "." + CompactJws.encode(signer.sign(utf8(input)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
