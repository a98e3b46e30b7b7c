package org.vellum.credentials.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;

class HostileTokensTest {
  private static final String PAYLOAD = "{\"iss\":\"a\",\"jti\":\"b\",\"nbf\":1}";

  private final IssuerKey key = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
  private final IssuerKey rsa = Tokens.key(SignatureAlgorithm.RS256);
  private final String token =
      JwtWriter.openBadges(Examples.badge(1).build().toJson(), key, KeyNaming.KID);

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "HS256", "ES512", "RS1", ""})
  void an_algorithm_that_is_not_one_of_four_is_refused(String alg) {
    JwtCredential jwt = Tokens.decoded(Tokens.of("{\"alg\":\"" + alg + "\"}", PAYLOAD, ""));

    assertThat(jwt.isRefused()).isTrue();
    assertThat(jwt.findings()).extracting(JwtFinding::place).contains("header:/alg");
    assertThat(jwt.verify(key.publicKey())).isFalse();
    assertThat(jwt.verify(rsa.publicKey())).isFalse();
  }

  @Test
  void an_hmac_with_the_public_key_as_its_secret_is_no_signature() throws GeneralSecurityException {
    String input = Tokens.encoded("{\"alg\":\"HS256\"}") + "." + Tokens.encoded(PAYLOAD);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(rsa.publicKey().getEncoded(), "HmacSHA256"));
    String forged =
        input + "." + CompactJws.encode(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));

    assertThat(Tokens.decoded(forged).verify(rsa.publicKey())).isFalse();
  }

  @Test
  void a_header_that_names_another_algorithm_than_the_keys_is_not_obeyed() {
    String rs = "{\"alg\":\"RS256\"}";
    String input = Tokens.encoded(rs) + "." + Tokens.encoded(PAYLOAD);
    String forged =
        input + "." + CompactJws.encode(key.sign(input.getBytes(StandardCharsets.UTF_8)));

    assertThat(Tokens.decoded(forged).verify(key.publicKey())).isFalse();
  }

  @Test
  void an_ecdsa_signature_in_der_is_refused() throws GeneralSecurityException {
    String input = token.substring(0, token.lastIndexOf('.'));
    Signature der = Signature.getInstance("SHA256withECDSA");
    der.initSign(key.privateKey());
    der.update(input.getBytes(StandardCharsets.UTF_8));

    assertThat(Tokens.decoded(input + "." + CompactJws.encode(der.sign())).verify(key.publicKey()))
        .isFalse();
  }

  @Test
  void an_empty_ecdsa_signature_of_zeros_is_refused() {
    String input = token.substring(0, token.lastIndexOf('.'));

    assertThat(
            Tokens.decoded(input + "." + CompactJws.encode(new byte[64])).verify(key.publicKey()))
        .isFalse();
  }

  @Test
  void a_changed_payload_does_not_verify() {
    List<String> parts = List.of(token.split("\\.", -1));
    String changed = parts.get(0) + "." + Tokens.encoded(PAYLOAD) + "." + parts.get(2);

    assertThat(Tokens.decoded(changed).verify(key.publicKey())).isFalse();
  }

  @Test
  void a_secret_key_in_the_header_is_refused_and_not_used() {
    String header =
        "{\"alg\":\"EdDSA\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"AA\"}}";
    JwtCredential jwt = Tokens.decoded(Tokens.of(header, PAYLOAD, ""));

    assertThat(Tokens.findings(jwt)).contains("INVALID private-key header:/jwk");
    assertThat(jwt.binding()).isEqualTo(new KeyBinding.Absent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kty\":\"oct\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AQ\",\"y\":\"AQ\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-521\",\"x\":\"AQ\",\"y\":\"AQ\"}",
        "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
        "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AQ\"}",
        "\"text\"",
        "[]"
      })
  void a_jwk_that_is_no_key_here_is_refused(String jwk) {
    String header = "{\"alg\":\"ES256\",\"jwk\":" + jwk + "}";

    assertThat(Tokens.findings(Tokens.decoded(Tokens.of(header, PAYLOAD, ""))))
        .contains("INVALID jwk header:/jwk");
  }

  @Test
  void a_strangers_key_in_the_header_is_given_as_a_key_and_never_as_the_issuers() {
    IssuerKey stranger = IssuerKey.generate("did:web:stranger.example", SignatureAlgorithm.ES256);
    ObjectNode badge = Examples.badge(1).build().toJson();

    JwtCredential jwt = Tokens.decoded(JwtWriter.openBadges(badge, stranger, KeyNaming.JWK));

    assertThat(jwt.binding()).isInstanceOf(KeyBinding.ByKey.class);
    assertThat(jwt.verify(key.publicKey())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"crit,[\"exp\"]", "b64,false", "b64,true"})
  void extensions_that_change_what_is_signed_are_refused(String member, String value) {
    String header = "{\"alg\":\"ES256\",\"" + member + "\":" + value + "}";

    assertThat(Tokens.findings(Tokens.decoded(Tokens.of(header, PAYLOAD, ""))))
        .contains("INVALID " + member + " header:/" + member);
  }

  @Test
  void open_badges_allows_no_other_headers() {
    String header = "{\"alg\":\"ES256\",\"kid\":\"k\",\"jku\":\"https://evil.example\"}";

    assertThat(Tokens.findings(Tokens.decoded(Tokens.of(header, PAYLOAD, ""))))
        .contains("BREACH additional-header header:/jku");
  }

  @ParameterizedTest
  @CsvSource({
    "iss,\"other\"",
    "jti,\"other\"",
    "sub,\"other\"",
    "nbf,5",
    "exp,5",
    "nbf,\"x\"",
    "exp,1e400",
    "nbf,1e-999999999",
    "iss,7"
  })
  void a_claim_that_contradicts_the_credential_is_told(String claim, String value) {
    String payload =
        Tokens.decoded(token)
            .credential()
            .toString()
            .replaceFirst("\\{", "{\"" + claim + "\":" + value + ",");

    JwtCredential jwt =
        Tokens.decoded(Tokens.of("{\"alg\":\"ES256\",\"typ\":\"JWT\"}", payload, ""));

    assertThat(jwt.isRefused()).isTrue();
    assertThat(jwt.findings()).extracting(JwtFinding::place).contains("payload:/" + claim);
  }

  @Test
  void claims_that_open_badges_demands_are_missed() {
    String payload = Tokens.decoded(token).credential().toString();

    assertThat(
            Tokens.findings(
                Tokens.decoded(Tokens.of("{\"alg\":\"ES256\",\"typ\":\"JWT\"}", payload, ""))))
        .contains(
            "INVALID missing-claim payload:/iss",
            "INVALID missing-claim payload:/jti",
            "INVALID missing-claim payload:/nbf",
            "INVALID missing-claim payload:/sub");
  }

  @Test
  void vc_is_forbidden_in_jose_cose() {
    JwtCredential jwt =
        Tokens.decoded(Tokens.of("{\"alg\":\"ES256\",\"typ\":\"vc+jwt\"}", "{\"vc\":{}}", ""));

    assertThat(Tokens.findings(jwt)).contains("INVALID forbidden-claim payload:/vc");
  }

  @Test
  void what_readers_understand_in_two_ways_is_not_read() {
    assertThat(Tokens.unreadable(Tokens.of("{\"alg\":\"ES256\",\"alg\":\"none\"}", PAYLOAD, "")))
        .first()
        .asString()
        .startsWith("INVALID duplicate-member header:");
    assertThat(Tokens.unreadable(Tokens.of("{}", "{\"iss\":1,\"iss\":2}", "")))
        .first()
        .asString()
        .startsWith("INVALID duplicate-member payload:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a.b",
        "e30.e30.e30.e30",
        "e30=.e30.",
        "e30.e30.AB",
        "e3 0.e30.",
        "e30.e30.+/",
        "e31.e30."
      })
  void a_second_spelling_of_the_same_bytes_is_not_read(String compact) {
    assertThat(Tokens.unreadable(compact)).isNotEmpty();
  }

  @Test
  void what_is_too_large_or_too_deep_is_not_read() {
    assertThat(Tokens.unreadable("e30." + "A".repeat(20_000_000) + "."))
        .containsExactly("INVALID too-large ");
    assertThat(Tokens.unreadable(Tokens.of("{}", "{\"a\":" + "[".repeat(10_000), "")))
        .first()
        .asString()
        .startsWith("INVALID too-deep payload:");
    assertThat(Tokens.unreadable(Tokens.of("{\"kid\":\"" + "k".repeat(20_000) + "\"}", "{}", "")))
        .containsExactly("INVALID too-large header:");
  }
}
