package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.jose.JwtWriter;
import org.vellum.credentials.jose.KeyNaming;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.VerificationKey;
import org.vellum.credentials.proof.EddsaRdfc2022;

/** Keys that were replaced or stolen, and what they had signed. */
class KeyHistoryTest {
  private static final Instant BEFORE = Examples.ISSUED.minusSeconds(1);
  private static final Instant AFTER = Examples.ISSUED.plusSeconds(1);

  private final Examples university = new Examples();
  private final IssuerKey old = IssuerKey.generate(Examples.DID);
  private final ObjectNode badge = Examples.badge(1).build().toJson();
  private final ObjectNode signed = new EddsaRdfc2022().sign(badge, old, Examples.ISSUED);

  private VerificationReport verify(String document, VerificationKey published) {
    List<VerificationKey> keys = List.of(university.key.verificationKey(), published);
    university.web.put(
        DidWeb.documentUrl(Examples.DID), DidWeb.document(Examples.DID, keys).toString());
    return new Verifier().verify(document.getBytes(UTF_8), university.documents(), Examples.NOW);
  }

  private void assertIssuer(
      String document, VerificationKey published, Verdict verdict, String code) {
    VerificationReport report = verify(document, published);
    assertThat(report.check(Check.Kind.ISSUER).findings())
        .extracting(Finding::code)
        .containsExactly(code);
    assertThat(report.verdict()).isEqualTo(verdict);
  }

  @Test
  void what_a_replaced_key_signed_holds_for_ever() {
    VerificationKey replaced = old.verificationKey().expiring(AFTER);

    assertIssuer(signed.toString(), replaced, Verdict.VALID, "key-expired-since");
  }

  @Test
  void a_replaced_key_signs_no_more() {
    VerificationKey replaced = old.verificationKey().expiring(Examples.ISSUED);

    assertIssuer(signed.toString(), replaced, Verdict.INVALID, "key-expired");
  }

  @Test
  void what_a_stolen_key_signed_before_holds_and_the_report_says_on_whose_word() {
    VerificationKey stolen = old.verificationKey().revokedAsOf(AFTER);

    assertIssuer(signed.toString(), stolen, Verdict.VALID, "key-revoked-since");
    assertThat(verify(signed.toString(), stolen).check(Check.Kind.ISSUER).findings())
        .extracting(Finding::message)
        .allSatisfy(message -> assertThat(message).contains("word of the signature alone"));
  }

  @Test
  void what_a_stolen_key_signed_afterwards_is_invalid() {
    VerificationKey stolen = old.verificationKey().revokedAsOf(Examples.ISSUED);

    assertIssuer(signed.toString(), stolen, Verdict.INVALID, "key-revoked");
  }

  @Test
  void a_signature_that_hides_its_time_is_not_believed_from_a_stolen_key() {
    ObjectNode timeless = signed.deepCopy();
    timeless.withObject("/proof").remove("created");

    VerificationReport report =
        verify(timeless.toString(), old.verificationKey().revokedAsOf(AFTER));

    assertThat(report.check(Check.Kind.ISSUER).findings())
        .extracting(Finding::code)
        .containsExactly("key-revoked");
  }

  @Test
  void asked_for_an_earlier_instant_the_key_had_not_ended_yet() {
    VerificationKey later = old.verificationKey().revokedAsOf(Examples.NOW.plusSeconds(1));

    VerificationReport report = verify(signed.toString(), later);

    assertThat(report.check(Check.Kind.ISSUER).findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_token_is_held_to_the_time_from_which_it_is_valid() {
    String token = JwtWriter.joseCose(badge, old, KeyNaming.KID);

    assertIssuer(token, old.verificationKey().revokedAsOf(BEFORE), Verdict.INVALID, "key-revoked");
    assertIssuer(
        token, old.verificationKey().revokedAsOf(AFTER), Verdict.VALID, "key-revoked-since");
  }

  @Test
  void an_end_that_is_no_time_leaves_the_issuer_unknown() {
    verify(signed.toString(), old.verificationKey());
    ObjectNode document =
        StandardsFiles.parse(university.web.get(DidWeb.documentUrl(Examples.DID)));
    ((ObjectNode) document.at("/verificationMethod/1")).put("revoked", "yesterday");
    university.web.put(DidWeb.documentUrl(Examples.DID), document.toString());

    VerificationReport report =
        new Verifier().verify(Examples.bytes(signed), university.documents(), Examples.NOW);

    assertThat(report.check(Check.Kind.ISSUER).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_proof_dated_later_than_asked_for_is_warned_of() {
    ObjectNode late = new EddsaRdfc2022().sign(badge, old, Examples.NOW.plusSeconds(3_600));

    VerificationReport report = verify(late.toString(), old.verificationKey());

    assertThat(report.check(Check.Kind.PROOF).findings())
        .extracting(Finding::severity, Finding::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.WARNING, "signed-later"));
  }
}
