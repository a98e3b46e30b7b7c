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
  private static final String KEY = SITE + "keys/1#key";
  private static final KeyPair PAIR = pair();

  private final Examples university = new Examples();
  private final IssuerKey key = new IssuerKey(KEY, PAIR.getPrivate(), PAIR.getPublic());
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
          """
          {"type": "Profile", "id": "%s", "name": "University", "publicKey": "%s"}
          """
              .formatted(ISSUER, KEY));

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
    university.web.put(URI.create(SITE + "badges/1"), assertion.path("badge").toString());
    university.web.put(URI.create(ISSUER), profile.toString());
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(PAIR.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    ObjectNode published = profile.objectNode().put("type", "CryptographicKey");
    published.put("id", KEY).put("owner", ISSUER).put("publicKeyPem", pem);
    university.web.put(URI.create(SITE + "keys/1"), published.toString());
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

    assertInvalid(changed.toString(), Check.Kind.PROOF, "differs");
  }

  @Test
  void an_assertion_at_another_server_than_its_issuers_is_not_the_issuers() {
    String elsewhere = "https://forger.example/1";
    ObjectNode forged = assertion.deepCopy().put("id", elsewhere);
    university.web.put(URI.create(elsewhere), forged.toString());

    assertInvalid(forged.toString(), Check.Kind.ISSUER, "scope");

    profile.putObject("verification").putArray("allowedOrigins").add("forger.example");
    publish();
    assertThat(verify(forged.toString()).verdict()).isEqualTo(Verdict.VALID);
    profile.putObject("verification").put("startsWith", SITE);
    publish();
    assertInvalid(forged.toString(), Check.Kind.ISSUER, "scope");
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

    assertInvalid(forged.toString(), Check.Kind.ISSUER, "scope");
  }

  @Test
  void a_revoked_or_expired_assertion_is_invalid_and_one_without_an_answer_unchecked() {
    university.web.put(URI.create(ID), "{\"id\":\"" + ID + "\",\"revoked\":true}");
    assertInvalid(assertion.toString(), Check.Kind.STATUS, "revoked");

    university.web.remove(URI.create(ID));
    assertThat(verify(assertion.toString()).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);

    ObjectNode expired = assertion.deepCopy().put("expires", "2026-05-31T00:00:00Z");
    university.web.put(URI.create(ID), expired.toString());
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

    assertInvalid(token, Check.Kind.ISSUER, "foreign-key");
  }

  @Test
  void a_signed_assertion_stripped_of_its_signature_is_invalid() {
    ObjectNode stripped = assertion.deepCopy();
    stripped.putObject("verification").put("type", "SignedBadge").put("creator", KEY);

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
        "signature");

    profile.put("revocationList", SITE + "revoked");
    publish();
    university.web.put(
        URI.create(SITE + "revoked"), "{\"revokedAssertions\":[{\"id\":\"" + ID + "\"}]}");
    assertInvalid(token, Check.Kind.STATUS, "revoked");
  }

  @Test
  void what_an_assertion_lacks_is_named_and_is_its_end_if_nobody_is_awarded_anything() {
    for (String member : List.of("recipient", "badge", "issuedOn", "verification")) {
      ObjectNode less = assertion.deepCopy();
      less.remove(member);
      university.web.put(URI.create(ID), less.toString());
      boolean core = member.equals("recipient") || member.equals("badge");

      VerificationReport report = verify(less.toString());

      assertThat(report.check(Check.Kind.DOCUMENT).findings())
          .filteredOn(finding -> finding.place().startsWith("/" + member))
          .extracting(Finding::severity)
          .containsExactly(core ? Severity.ERROR : Severity.WARNING);
      assertThat(report.verdict()).isEqualTo(core ? Verdict.INVALID : Verdict.VALID);
    }
  }

  @Test
  void nothing_is_called_valid_that_was_not_reached() {
    university.web.remove(URI.create(ID));
    VerificationReport hosted = verify(assertion.toString());
    university.web.remove(URI.create(ISSUER));
    VerificationReport signed = verify(SignedAssertion.sign(assertion, key));

    for (VerificationReport report : List.of(hosted, signed)) {
      assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
      assertThat(report.check(Check.Kind.ISSUER).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
      assertThat(report.signatures()).isEmpty();
    }
  }

  @Test
  void an_address_that_says_gone_revokes_and_a_page_that_is_no_json_leaves_it_open() {
    Documents gone =
        url -> url.equals(URI.create(ID)) ? new Fetched.Gone("410") : new Fetched.Missing("404");
    VerificationReport revoked =
        new Verifier().verify(Examples.bytes(assertion), gone, Examples.NOW);
    university.web.put(URI.create(ID), "<html>");
    VerificationReport page = verify(assertion.toString());

    assertThat(revoked.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(revoked.check(Check.Kind.STATUS).findings())
        .extracting(Finding::code)
        .containsExactly("revoked");
    assertThat(page.check(Check.Kind.PROOF).findings())
        .extracting(Finding::code)
        .contains("not-json");
    assertThat(page.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }
}
