package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.jose.Jwks;
import org.vellum.credentials.jose.JwtWriter;
import org.vellum.credentials.jose.KeyNaming;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;

/** Credentials that come as signed tokens. */
class TokenTest {
  private static final URI DID_DOCUMENT = DidWeb.documentUrl(Examples.DID);
  private static final String KEY_ADDRESS = "https://university.example/keys/1";

  private final Examples university = new Examples();
  private final IssuerKey key = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final Verifier verifier = new Verifier();

  TokenTest() {
    university.publishKeys(List.of(university.key, key));
  }

  private VerificationReport verify(String token) {
    return verifier.verify(token.getBytes(UTF_8), university.documents(), Examples.NOW);
  }

  private static List<String> codes(VerificationReport report, Check.Kind kind) {
    return report.check(kind).findings().stream().map(Finding::code).toList();
  }

  private static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String part(String token, int index) {
    return List.of(token.split("\\.", -1)).get(index);
  }

  private IssuerKey keyAtAddress() {
    return new IssuerKey(KEY_ADDRESS + "#1", key.privateKey(), key.publicKey());
  }

  @Test
  void a_badge_in_a_token_of_either_profile_is_valid() {
    for (String token :
        List.of(
            JwtWriter.openBadges(badge, key, KeyNaming.KID),
            JwtWriter.joseCose(badge, key, KeyNaming.KID),
            JwtWriter.joseCose(badge, university.key, KeyNaming.KID) + "\n")) {
      VerificationReport report = verify(token);

      assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
      assertThat(report.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
      assertThat(report.credential()).isEqualTo(badge);
      assertThat(report.signatures())
          .extracting(Signature::controller, Signature::binding)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  Examples.DID, Signature.Binding.CONTROLLER_DOCUMENT));
    }
  }

  @Test
  void a_record_in_a_token_is_judged_with_the_badges_in_it() {
    ObjectNode record = Examples.record(List.of(university.signedBadge(1))).build().toJson();

    VerificationReport report = verify(JwtWriter.openBadges(record, key, KeyNaming.KID));

    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(report.nested()).hasSize(1);
  }

  @Test
  void a_changed_payload_is_invalid() {
    String token = JwtWriter.joseCose(badge, key, KeyNaming.KID);
    badge.put("name", "Other");
    String changed = part(token, 0) + "." + base64(badge.toString()) + "." + part(token, 2);

    VerificationReport report = verify(changed);

    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("jwt-changed");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.signatures()).isEmpty();
  }

  @Test
  void a_token_that_is_not_signed_is_invalid() {
    String kid = key.verificationMethod();
    String header = "{\"alg\":\"none\",\"typ\":\"vc+jwt\",\"kid\":\"" + kid + "\"}";
    String input = base64(header) + "." + base64(badge.toString()) + ".";

    VerificationReport report = verify(input);

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(codes(report, Check.Kind.PROOF)).contains("unsigned");
  }

  @Test
  void a_token_signed_with_the_public_key_as_a_secret_is_invalid() throws GeneralSecurityException {
    String kid = key.verificationMethod();
    String header = "{\"alg\":\"HS256\",\"typ\":\"vc+jwt\",\"kid\":\"" + kid + "\"}";
    String input = base64(header) + "." + base64(badge.toString());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.publicKey().getEncoded(), "HmacSHA256"));

    VerificationReport report = verify(input + "." + base64(mac.doFinal(input.getBytes(UTF_8))));

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(codes(report, Check.Kind.PROOF)).contains("algorithm");
  }

  @Test
  void a_key_that_the_token_brings_counts_only_if_the_issuer_lists_it() {
    IssuerKey foreign = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);

    VerificationReport own = verify(JwtWriter.openBadges(badge, key, KeyNaming.JWK));
    VerificationReport other = verify(JwtWriter.openBadges(badge, foreign, KeyNaming.JWK));

    assertThat(own.verdict()).as(own.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(codes(other, Check.Kind.ISSUER)).containsExactly("key-not-listed");
    assertThat(other.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(other.signatures())
        .extracting(Signature::binding)
        .containsExactly(Signature.Binding.NONE);
  }

  @Test
  void a_key_that_the_token_brings_proves_nothing_while_the_issuer_does_not_answer() {
    String token =
        JwtWriter.joseCose(
            Examples.badge(1).credentialStatus(null).build().toJson(), key, KeyNaming.JWK);
    university.web.remove(DID_DOCUMENT);

    VerificationReport report = verify(token);

    assertThat(codes(report, Check.Kind.ISSUER)).containsExactly("not-found");
    assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_key_address_that_does_not_answer_cannot_be_checked() {
    VerificationReport report = verify(JwtWriter.openBadges(badge, keyAtAddress(), KeyNaming.KID));

    assertThat(codes(report, Check.Kind.ISSUER)).containsExactly("not-found");
    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("no-key");
    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_jwk_at_an_address_is_the_issuers_if_its_document_lists_the_key() {
    university.web.put(URI.create(KEY_ADDRESS), Jwks.of(key.publicKey()).toString());
    String token = JwtWriter.openBadges(badge, keyAtAddress(), KeyNaming.KID);

    VerificationReport listed = verify(token);
    university.publishKeys(List.of(university.key));
    VerificationReport foreign = verify(token);

    assertThat(listed.verdict()).as(listed.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(codes(foreign, Check.Kind.ISSUER)).containsExactly("key-not-listed");
    assertThat(foreign.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_key_published_as_a_jwk_in_the_did_document_is_found() {
    ObjectNode document = StandardsFiles.parse(university.web.get(DID_DOCUMENT));
    ObjectNode method = (ObjectNode) document.at("/verificationMethod/1");
    method.remove("publicKeyMultibase");
    method.put("type", "JsonWebKey").set("publicKeyJwk", Jwks.of(key.publicKey()));
    university.web.put(DID_DOCUMENT, document.toString());

    assertThat(verify(JwtWriter.joseCose(badge, key, KeyNaming.KID)).verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void a_token_is_held_to_the_time_and_the_status_of_its_credential() {
    String token = JwtWriter.openBadges(badge, key, KeyNaming.KID);
    university.web.remove(Examples.LIST);

    assertThat(verify(token).check(Check.Kind.STATUS).verdict())
        .isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    badge.put("validUntil", "2026-05-02T00:00:00Z");
    VerificationReport expired = verify(JwtWriter.openBadges(badge, key, KeyNaming.KID));
    assertThat(codes(expired, Check.Kind.VALIDITY)).containsExactly("expired");
  }

  @Test
  void three_parts_that_are_no_token_are_invalid_and_every_check_is_named() {
    VerificationReport report = verify("eyJh.eyJi.c2ln\n");

    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(report.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
    assertThat(report.check(Check.Kind.DOCUMENT).findings()).hasSize(1);
  }

  @Test
  void a_proof_inside_a_token_is_verified_as_well_and_both_signatures_are_told() {
    for (String token :
        List.of(
            JwtWriter.openBadges(university.sign(badge), key, KeyNaming.KID),
            JwtWriter.joseCose(university.sign(badge), key, KeyNaming.KID))) {
      VerificationReport report = verify(token);

      assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
      assertThat(report.signatures())
          .extracting(Signature::suite, Signature::place)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("ES256", ""),
              org.assertj.core.groups.Tuple.tuple("eddsa-rdfc-2022", "/proof"));
    }
  }

  @Test
  void a_token_around_a_broken_proof_is_invalid() {
    ObjectNode changed = university.sign(badge).put("name", "Other");
    ObjectNode foreign = new Examples().sign(badge);

    VerificationReport broken = verify(JwtWriter.openBadges(changed, key, KeyNaming.KID));
    VerificationReport forged = verify(JwtWriter.openBadges(foreign, key, KeyNaming.KID));

    assertThat(codes(broken, Check.Kind.PROOF)).containsExactly("changed");
    assertThat(broken.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(broken.signatures()).extracting(Signature::suite).containsExactly("ES256");
    assertThat(codes(forged, Check.Kind.ISSUER)).containsExactly("key-not-listed");
    assertThat(forged.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_token_without_a_good_signature_is_invalid_however_good_the_proof_inside() {
    IssuerKey foreign = IssuerKey.generate(Examples.DID, SignatureAlgorithm.ES256);
    IssuerKey named =
        new IssuerKey(key.verificationMethod(), foreign.privateKey(), foreign.publicKey());

    VerificationReport report =
        verify(JwtWriter.joseCose(university.sign(badge), named, KeyNaming.KID));

    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("jwt-changed");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_proof_of_an_unknown_kind_inside_a_token_is_remarked_on() {
    badge
        .putObject("proof")
        .put("type", "DataIntegrityProof")
        .put("cryptosuite", "new-2030")
        .put("proofPurpose", "assertionMethod")
        .put("verificationMethod", key.verificationMethod());

    VerificationReport report = verify(JwtWriter.joseCose(badge, key, KeyNaming.KID));

    assertThat(codes(report, Check.Kind.PROOF)).containsExactly("unknown-proof");
    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
  }
}
