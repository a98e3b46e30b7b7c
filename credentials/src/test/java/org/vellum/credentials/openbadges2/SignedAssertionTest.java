package org.vellum.credentials.openbadges2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.jose.CompactJws;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.openbadges2.BadgeObjects.Answer;

/** Open Badges 2.0, SignedBadge Verification. */
class SignedAssertionTest {
  private final IssuerKey key = Campus.newKey(SignatureAlgorithm.RS256);
  private final Campus campus = new Campus().withKey(key);
  private final String signed = SignedAssertion.sign(assertion(), key);

  private static ObjectNode assertion() {
    return Campus.assertion().put("id", "urn:uuid:e79a6c18-787e-4868-8e65-e6a4530fb418");
  }

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void a_signature_of_the_issuers_key_is_sound(SignatureAlgorithm algorithm) {
    IssuerKey own = Campus.newKey(algorithm);

    CheckedAssertion checked =
        new Campus().withKey(own).check(SignedAssertion.sign(assertion(), own));

    assertThat(Campus.words(checked)).isEmpty();
    assertThat(checked.key()).isEqualTo(new CheckedAssertion.Key(Campus.KEY, own.publicKey()));
    assertThat(Campus.assertion(checked).at("/verification/creator").asText())
        .isEqualTo(Campus.KEY);
    assertThat(Campus.assertion(checked).at("/badge/name").asText()).isEqualTo("Explains");
  }

  @Test
  void another_library_verifies_the_signature() throws Exception {
    JWSObject read = JWSObject.parse(signed);

    assertThat(read.verify(new RSASSAVerifier((RSAPublicKey) key.publicKey()))).isTrue();
    assertThat(read.getPayload().toString()).contains("SignedBadge");
  }

  @Test
  void a_changed_claim_breaks_the_signature() {
    String[] parts = signed.split("\\.", -1);
    String forged = parts[0] + "." + encoded(assertion().put("narrative", "more")) + "." + parts[2];

    assertThat(Campus.words(campus.check(forged))).contains("INVALID signature ");
  }

  @Test
  void a_key_that_the_issuer_does_not_name_proves_nothing() {
    IssuerKey forger = Campus.newKey(SignatureAlgorithm.ES256);
    String named = "https://evil.example/key#1";
    IssuerKey elsewhere = new IssuerKey(named, forger.privateKey(), forger.publicKey());
    campus.host(new CryptographicKey(named, Campus.ISSUER, forger.publicKey()).toJson());

    assertThat(Campus.words(campus.check(SignedAssertion.sign(assertion(), elsewhere))))
        .containsExactly("INVALID foreign-key /verification/creator");
    assertThat(Campus.words(campus.check(SignedAssertion.sign(assertion(), forger))))
        .containsExactly("INVALID signature ");
  }

  @Test
  void a_key_of_another_owner_is_not_the_issuers() {
    campus.host(Campus.key(key, "https://evil.example/issuer"));

    assertThat(Campus.words(campus.check(signed)))
        .containsExactly("INVALID foreign-key /badge/issuer/publicKey");
  }

  @Test
  void an_embedded_profile_cannot_bring_its_own_key() {
    IssuerKey forger = Campus.newKey(SignatureAlgorithm.ES256);
    ObjectNode issuer = Campus.issuer();
    issuer.set("publicKey", Campus.key(forger, Campus.ISSUER));
    ObjectNode badge = Campus.badge().put("id", "urn:uuid:1");
    badge.set("issuer", issuer);
    ObjectNode assertion = assertion();
    assertion.set("badge", badge);

    assertThat(Campus.words(campus.check(SignedAssertion.sign(assertion, forger))))
        .contains("INVALID signature ");
  }

  @Test
  void a_key_in_the_profile_itself_and_one_among_several_are_found() {
    ObjectNode issuer = Campus.issuer();
    IssuerKey other = Campus.newKey(SignatureAlgorithm.ED25519);
    issuer
        .putArray("publicKey")
        .add(Campus.key(other, Campus.ISSUER).put("id", Campus.SITE + "/keys/2"))
        .add(Campus.key(key, Campus.ISSUER));

    assertThat(Campus.words(campus.host(issuer).check(signed))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "RS1", "PS256", ""})
  void other_algorithms_are_refused(String alg) {
    String[] parts = signed.split("\\.", -1);
    String forged = CompactJws.encode(("{\"alg\":\"" + alg + "\"}").getBytes(UTF_8));

    CheckedAssertion checked = campus.check(forged + "." + parts[1] + "." + parts[2]);

    assertThat(checked.gravest()).contains(AssertionFinding.Weight.INVALID);
    assertThat(checked.assertion()).isNull();
  }

  @Test
  void the_public_key_is_no_secret_for_a_mac() throws Exception {
    String input =
        CompactJws.encode("{\"alg\":\"HS256\"}".getBytes(UTF_8)) + "." + encoded(assertion());
    Mac mac = Mac.getInstance("HmacSHA256");
    String pem = Campus.key(key, Campus.ISSUER).path("publicKeyPem").asText();
    mac.init(new SecretKeySpec(pem.getBytes(UTF_8), "HmacSHA256"));
    String forged = input + "." + CompactJws.encode(mac.doFinal(input.getBytes(UTF_8)));

    assertThat(Campus.words(campus.check(forged))).containsExactly("INVALID algorithm header:/alg");
  }

  @Test
  void an_algorithm_of_another_kind_of_key_is_refused() {
    String[] parts = signed.split("\\.", -1);
    String forged = CompactJws.encode("{\"alg\":\"ES256\"}".getBytes(UTF_8));

    assertThat(Campus.words(campus.check(forged + "." + parts[1] + "." + parts[2])))
        .containsExactly("INVALID signature ");
  }

  @Test
  void what_the_issuer_took_back_is_revoked() {
    String id = assertion().path("id").asText();

    assertThat(
            Campus.words(campus.withKey(key, RevocationList.Entry.of(id, "Error")).check(signed)))
        .containsExactly("INVALID revoked /id");
    assertThat(
            Campus.words(
                campus
                    .withKey(key, RevocationList.Entry.of("urn:uuid:another", null))
                    .check(signed)))
        .isEmpty();
  }

  @Test
  void entries_are_texts_or_objects_or_have_a_uid_or_were_forgiven() {
    ObjectNode list = new RevocationList(Campus.LIST, Campus.ISSUER, java.util.List.of()).toJson();
    list.withArray("revokedAssertions")
        .add("urn:x:1")
        .add(list.objectNode().put("id", "urn:x:2").put("revoked", false))
        .add(list.objectNode().put("uid", "7").put("revocationReason", "Error"))
        .add(5);
    RevocationList read = RevocationList.read(list);

    assertThat(read.find(Campus.assertion().put("id", "urn:x:1"))).isPresent();
    assertThat(read.find(Campus.assertion().put("id", "urn:x:2"))).isEmpty();
    assertThat(read.find(Campus.assertion().put("uid", "7")))
        .map(RevocationList.Entry::reason)
        .isEqualTo(Optional.of("Error"));
  }

  @Test
  void a_list_of_another_issuer_or_none_could_not_be_checked() {
    campus.host(
        new RevocationList(Campus.LIST, "https://evil.example", java.util.List.of()).toJson());
    assertThat(Campus.words(campus.check(signed)))
        .containsExactly("UNCHECKED other-issuer /badge/issuer/revocationList");

    campus.answer(Campus.LIST, new Answer.NotFound("it is down"));
    assertThat(Campus.words(campus.check(signed)))
        .containsExactly("UNCHECKED not-found /badge/issuer/revocationList");
  }

  @Test
  void a_key_that_is_not_to_be_had_or_not_understood_could_not_be_checked() {
    campus.answer(Campus.KEY, new Answer.NotFound("it is down"));
    assertThat(Campus.words(campus.check(signed)))
        .containsExactly("UNCHECKED not-found /badge/issuer/publicKey");

    for (String pem :
        new String[] {"", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"}) {
      campus.host(Campus.key(key, Campus.ISSUER).put("publicKeyPem", pem));
      assertThat(Campus.words(campus.check(signed)))
          .containsExactly("UNCHECKED key /badge/issuer/publicKey");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "...", "e30.e30.e30", "eyJhbGciOiJSUzI1NiJ9.W10.AA"})
  void what_is_no_token_is_refused(String token) {
    assertThat(campus.check(token).gravest()).contains(AssertionFinding.Weight.INVALID);
  }

  private static String encoded(ObjectNode node) {
    return CompactJws.encode(node.toString().getBytes(UTF_8));
  }
}
