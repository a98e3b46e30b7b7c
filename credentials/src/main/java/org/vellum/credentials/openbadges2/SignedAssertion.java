package org.vellum.credentials.openbadges2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;

/** An assertion as a compact JWS (Open Badges 2.0, SignedBadge Verification; RFC 7515). */
public final class SignedAssertion {
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private SignedAssertion() {}

  /**
   * Signs. The assertion is told to be verified as {@code SignedBadge} by the signer's key, which
   * the issuer's Profile must name as {@code publicKey}.
   *
   * @param assertion the assertion; not changed
   * @param signer a key for RS256, the one algorithm that the standard recommends
   * @throws IllegalArgumentException if the key is for another algorithm
   */
  public static String sign(ObjectNode assertion, Signer signer) {
    if (signer.algorithm() != SignatureAlgorithm.RS256) {
      throw new IllegalArgumentException("Open Badges 2.0 is signed with RS256");
    }
    ObjectNode payload = assertion.deepCopy();
    payload
        .putObject("verification")
        .put("type", "SignedBadge")
        .put("creator", signer.verificationMethod());
    ObjectNode header = JsonNodeFactory.instance.objectNode().put("alg", "RS256");
    String input = encode(header) + "." + encode(payload);
    return input + "." + BASE64URL.encodeToString(signer.sign(input.getBytes(UTF_8)));
  }

  private static String encode(ObjectNode node) {
    return BASE64URL.encodeToString(node.toString().getBytes(UTF_8));
  }
}
