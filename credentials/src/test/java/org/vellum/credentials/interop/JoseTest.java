package org.vellum.credentials.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.jose.Jwks;
import org.vellum.credentials.jose.JwtWriter;
import org.vellum.credentials.jose.KeyNaming;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.verification.Verifier;

/** Tokens between Vellum and jose, the library for them in JavaScript. */
class JoseTest {
  private static final List<String> ALGORITHMS = List.of("EdDSA", "ES256", "ES384", "RS256");

  private final Examples university = new Examples();
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final JavaScript javaScript = new JavaScript();

  @Test
  void tokens_of_vellum_verify_in_jose_and_a_changed_character_does_not()
      throws GeneralSecurityException {
    for (IssuerKey key : keys()) {
      for (String token :
          List.of(
              JwtWriter.openBadges(badge, key, KeyNaming.JWK),
              JwtWriter.joseCose(badge, key, KeyNaming.KID))) {
        verify(key, token);
        verify(key, changed(token));
      }
    }

    List<JsonNode> done = javaScript.run("tokens.mjs", university.web);

    assertThat(done).hasSize(16);
    for (int i = 0; i < done.size(); i += 2) {
      assertThat(done.get(i).path("verified").asBoolean()).as(done.get(i).toString()).isTrue();
      assertThat(done.get(i).at("/payload/name")).isEqualTo(badge.get("name"));
      assertThat(done.get(i + 1).path("verified").asBoolean(true)).isFalse();
    }
  }

  @Test
  void tokens_of_jose_verify_here_and_a_changed_character_does_not() {
    ObjectNode claimed = badge.deepCopy();
    claimed.put("iss", Examples.DID).put("jti", badge.path("id").asText());
    claimed.put("sub", badge.at("/credentialSubject/id").asText());
    claimed.put("nbf", Examples.ISSUED.getEpochSecond()).put("exp", 1_893_456_000);
    for (String algorithm : ALGORITHMS) {
      sign(algorithm, badge, "{\"typ\":\"vc+jwt\",\"cty\":\"vc\",\"kid\":\"" + algorithm + "\"}");
      sign(algorithm, claimed, "{\"typ\":\"JWT\"}").put("embed", true);
    }

    List<JsonNode> done = javaScript.run("tokens.mjs", university.web);

    publish(done);
    assertThat(done).hasSize(8);
    for (JsonNode each : done) {
      String token = each.path("token").asText();
      VerificationReport report = verify(token);
      assertThat(report.verdict()).as(each + " " + report.checks()).isEqualTo(Verdict.VALID);
      assertThat(verify(changed(token)).verdict()).isEqualTo(Verdict.INVALID);
    }
  }

  private VerificationReport verify(String token) {
    return new Verifier().verify(token.getBytes(UTF_8), university.documents(), Examples.NOW);
  }

  private void verify(IssuerKey key, String token) {
    ObjectNode job = javaScript.job("verify").put("token", token);
    job.put("alg", key.algorithm().joseName()).set("jwk", Jwks.of(key.publicKey()));
  }

  private ObjectNode sign(String algorithm, ObjectNode payload, String header) {
    ObjectNode job = javaScript.job("sign").put("alg", algorithm);
    job.set("header", StandardsFiles.parse(header));
    return job.set("payload", payload);
  }

  /** Each key in the issuer's document as a JWK, under the name of its algorithm. */
  private void publish(List<JsonNode> done) {
    ObjectNode document = DidWeb.document(Examples.DID, List.of(university.key.verificationKey()));
    for (int i = 0; i < done.size(); i++) {
      String kid = "#" + (i % 2 == 0 ? ALGORITHMS.get(i / 2) : "embedded-" + i);
      ObjectNode method = ((ArrayNode) document.get("verificationMethod")).addObject();
      method.put("id", Examples.DID + kid).put("type", "JsonWebKey");
      method.put("controller", Examples.DID).set("publicKeyJwk", done.get(i).path("jwk"));
      document.withArray("assertionMethod").add(Examples.DID + kid);
    }
    university.web.put(DidWeb.documentUrl(Examples.DID), document.toString());
  }

  /** Another first character of the signed part, which still is base64url. */
  private static String changed(String token) {
    int at = token.indexOf('.') + 20;
    char other = token.charAt(at) == 'A' ? 'B' : 'A';
    return token.substring(0, at) + other + token.substring(at + 1);
  }

  private static List<IssuerKey> keys() throws GeneralSecurityException {
    List<IssuerKey> keys = new ArrayList<>();
    for (SignatureAlgorithm algorithm :
        List.of(SignatureAlgorithm.ED25519, SignatureAlgorithm.ES256, SignatureAlgorithm.ES384)) {
      keys.add(IssuerKey.generate(Examples.DID, algorithm));
    }
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2_048);
    KeyPair pair = rsa.generateKeyPair();
    keys.add(new IssuerKey(Examples.DID + "#rsa", pair.getPrivate(), pair.getPublic()));
    return keys;
  }
}
