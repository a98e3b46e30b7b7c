package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.openbadges2.SignedAssertion;

/** Assertions of Open Badges 2.0, hosted and signed. */
class OlderBadgesTest {
  private static final String SITE = "https://university.example/";
  private static final String ID = SITE + "assertions/1";
  private static final String ISSUER = SITE + "issuer";
  private static final KeyPair PAIR = pair();

  private final Examples university = new Examples();
  private final IssuerKey key = new IssuerKey(ISSUER + "#key", PAIR.getPrivate(), PAIR.getPublic());
  private final ObjectNode assertion =
      StandardsFiles.parse(
          """
          {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "%s",
           "recipient": {"type": "email", "hashed": false, "identity": "ada@learners.example"},
           "badge": {"type": "BadgeClass", "id": "%sbadges/1", "name": "Explains",
             "issuer": {"type": "Profile", "id": "%s", "name": "University"}},
           "verification": {"type": "HostedBadge"},
           "issuedOn": "2026-05-01T08:00:00Z"}
          """
              .formatted(ID, SITE, ISSUER));
  private final ObjectNode profile =
      StandardsFiles.parse(
          "{\"type\": \"Profile\", \"id\": \"%s\", \"publicKey\": \"%s#key\"}"
              .formatted(ISSUER, ISSUER));

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  OlderBadgesTest() {
    university.web.put(URI.create(ID), assertion.toString());
    university.web.put(URI.create(ISSUER), profile.toString());
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(PAIR.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    ObjectNode published = profile.objectNode().put("type", "CryptographicKey");
    published.put("id", ISSUER + "#key").put("owner", ISSUER).put("publicKeyPem", pem);
    university.web.put(URI.create(ISSUER + "#key"), published.toString());
  }

  private VerificationReport verify(String document) {
    return new Verifier().verify(document.getBytes(UTF_8), university.documents(), Examples.NOW);
  }

  private void assertInvalid(String document, Check.Kind kind, String code) {
    VerificationReport report = verify(document);
    assertThat(report.check(kind).findings()).extracting(Finding::code).contains(code);
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  private void publish() {
    university.web.put(URI.create(ISSUER), profile.toString());
  }

  @Test
  void a_hosted_assertion_is_valid_if_it_is_what_its_address_says() {
    VerificationReport report = verify(assertion.toString());

    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(report.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
  }

  @Test
  void a_changed_assertion_is_not_what_its_address_says() {
    ObjectNode changed = assertion.deepCopy().put("issuedOn", "2026-05-02T08:00:00Z");

    assertInvalid(changed.toString(), Check.Kind.PROOF, "changed");
  }

  @Test
  void an_assertion_at_another_server_than_its_issuers_is_not_the_issuers() {
    String elsewhere = "https://forger.example/1";
    ObjectNode forged = assertion.deepCopy().put("id", elsewhere);
    university.web.put(URI.create(elsewhere), forged.toString());

    assertInvalid(forged.toString(), Check.Kind.ISSUER, "not-the-issuers-address");

    profile.putObject("verification").putArray("allowedOrigins").add("forger.example");
    publish();
    assertThat(verify(forged.toString()).verdict()).isEqualTo(Verdict.VALID);
    profile.putObject("verification").put("startsWith", SITE);
    publish();
    assertInvalid(forged.toString(), Check.Kind.ISSUER, "not-the-issuers-address");
  }

  @Test
  void what_an_assertion_says_of_its_issuer_is_not_believed() {
    String elsewhere = "https://forger.example/1";
    ObjectNode forged = assertion.deepCopy().put("id", elsewhere);
    ((ObjectNode) forged.at("/badge/issuer"))
        .putObject("verification")
        .putArray("allowedOrigins")
        .add("forger.example");
    university.web.put(URI.create(elsewhere), forged.toString());

    assertInvalid(forged.toString(), Check.Kind.ISSUER, "not-the-issuers-address");
  }

  @Test
  void a_revoked_or_expired_assertion_is_invalid_and_one_without_an_answer_unchecked() {
    university.web.put(URI.create(ID), "{\"id\":\"" + ID + "\",\"revoked\":true}");
    assertInvalid(assertion.toString(), Check.Kind.STATUS, "revoked");

    university.web.remove(URI.create(ID));
    assertThat(verify(assertion.toString()).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);

    ObjectNode expired = assertion.deepCopy().put("expires", "2026-05-31T00:00:00Z");
    assertInvalid(expired.toString(), Check.Kind.VALIDITY, "expired");
  }

  @Test
  void a_signed_assertion_is_valid_by_the_key_that_the_issuers_profile_names() {
    VerificationReport report = verify(SignedAssertion.sign(assertion, key));

    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(report.signatures())
        .extracting(Signature::controller, Signature::binding)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(ISSUER, Signature.Binding.CONTROLLER_DOCUMENT));
  }

  @Test
  void a_signed_assertion_by_a_key_that_the_profile_does_not_name_is_not_the_issuers() {
    String token = SignedAssertion.sign(assertion, key);
    profile.put("publicKey", ISSUER + "#other");
    publish();

    assertInvalid(token, Check.Kind.ISSUER, "key-not-listed");
  }

  @Test
  void a_signed_assertion_stripped_of_its_signature_is_invalid() {
    ObjectNode stripped = assertion.deepCopy();
    stripped.putObject("verification").put("type", "SignedBadge").put("creator", ISSUER + "#key");

    assertInvalid(stripped.toString(), Check.Kind.PROOF, "unsigned");
  }

  @Test
  void a_changed_or_revoked_signed_assertion_is_invalid() {
    String token = SignedAssertion.sign(assertion, key);
    int last = token.lastIndexOf('.') + 5;
    char other = token.charAt(last) == 'A' ? 'B' : 'A';
    assertInvalid(
        token.substring(0, last) + other + token.substring(last + 1),
        Check.Kind.PROOF,
        "jwt-changed");

    profile.put("revocationList", SITE + "revoked");
    publish();
    university.web.put(
        URI.create(SITE + "revoked"), "{\"revokedAssertions\":[{\"id\":\"" + ID + "\"}]}");
    assertInvalid(token, Check.Kind.STATUS, "revoked");
  }

  @Test
  void what_an_assertion_lacks_is_named() {
    List<String> members = List.of("recipient", "badge", "issuedOn", "verification");
    for (String member : members) {
      ObjectNode less = assertion.deepCopy();
      less.remove(member);
      assertInvalid(less.toString(), Check.Kind.DOCUMENT, "structure-required");
    }
  }
}
