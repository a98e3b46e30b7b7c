package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.DidWeb;

/** What a report tells, beyond its verdict. */
class ReportTest {
  private final Examples university = new Examples();

  private VerificationReport verify(ObjectNode document, TrustedIssuers trusted) {
    return new Verifier(VerificationLimits.DEFAULT, trusted)
        .verify(Examples.bytes(document), university.documents(), Examples.NOW);
  }

  private VerificationReport verify(ObjectNode document) {
    return verify(document, TrustedIssuers.none());
  }

  private ObjectNode endorsement(String about) {
    ObjectNode endorsement = Examples.badge(1).credentialStatus(null).build().toJson();
    endorsement.put("id", "https://university.example/endorsements/1").remove("evidence");
    endorsement.put("name", "Endorsement").remove("awardedDate");
    endorsement.putArray("type").add("VerifiableCredential").add("EndorsementCredential");
    endorsement
        .putObject("credentialSubject")
        .put("id", about)
        .put("endorsementComment", "Well assessed.")
        .putArray("type")
        .add("EndorsementSubject");
    return university.sign(endorsement);
  }

  private ObjectNode endorsedBadge(ObjectNode endorsement) {
    ObjectNode badge = Examples.badge(1).build().toJson();
    badge.putArray("endorsement").add(endorsement);
    return university.sign(badge);
  }

  @Test
  void a_signature_says_which_key_whose_it_is_how_that_is_known_and_which_bytes()
      throws NoSuchAlgorithmException {
    ObjectNode badge = Examples.badge(1).build().toJson();
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    assertThat(new Canonicalizer().hash(badge, sha256)).isEmpty();

    assertThat(verify(university.sign(badge)).signatures())
        .containsExactly(
            new Signature(
                "/proof",
                "eddsa-rdfc-2022",
                university.key.verificationMethod(),
                university.key.publicKeyMultibase(),
                Examples.DID,
                Signature.Binding.CONTROLLER_DOCUMENT,
                "the whole credential but its proofs",
                "sha256:" + HexFormat.of().formatHex(sha256.digest())));
  }

  @Test
  void a_key_that_only_the_proof_names_is_bound_to_nobody() {
    ObjectNode badge = university.signedBadge(1);
    university.web.remove(DidWeb.documentUrl(Examples.DID));

    assertThat(verify(badge).signatures())
        .extracting(Signature::binding, Signature::controller)
        .containsExactly(tuple(Signature.Binding.NONE, ""));
  }

  @Test
  void an_issuer_on_no_list_is_a_remark_and_never_a_failure() {
    ObjectNode badge = university.signedBadge(1);

    VerificationReport known = verify(badge, TrustedIssuers.of(Map.of(Examples.DID, "Uni")));
    VerificationReport unknown = verify(badge, TrustedIssuers.of(Map.of()));

    assertThat(known.check(Check.Kind.ISSUER).findings())
        .extracting(Finding::code)
        .containsExactly("trusted-issuer");
    assertThat(unknown.check(Check.Kind.ISSUER).findings())
        .extracting(Finding::code, Finding::severity)
        .containsExactly(tuple("unknown-issuer", Severity.REMARK));
    assertThat(unknown.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void an_endorsement_is_judged_on_its_own_and_decides_nothing_about_the_badge() {
    VerificationReport report =
        verify(endorsedBadge(endorsement("https://university.example/credentials/1")));
    assertThat(report.endorsements())
        .extracting(VerificationReport::verdict)
        .containsExactly(Verdict.VALID);
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);

    ObjectNode forged = endorsement("https://university.example/credentials/1");
    forged.withObject("/credentialSubject").put("endorsementComment", "The best of all.");
    VerificationReport changed = verify(endorsedBadge(forged));
    assertThat(changed.endorsements())
        .extracting(VerificationReport::verdict)
        .containsExactly(Verdict.INVALID);
    assertThat(changed.check(Check.Kind.ENDORSEMENTS).findings())
        .extracting(Finding::code, Finding::place)
        .containsExactly(tuple("endorsement-invalid", "/endorsement/0"));
    assertThat(changed.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void an_endorsement_alone_is_read() {
    assertThat(verify(endorsement("https://university.example/credentials/1")).verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void a_broken_proof_beside_a_good_one_is_a_warning() {
    ObjectNode badge = university.signedBadge(1);
    ObjectNode good = (ObjectNode) badge.get("proof");
    ObjectNode broken = good.deepCopy().put("created", "2026-05-01T08:00:01Z");
    badge.putArray("proof").add(broken).add(good);

    VerificationReport report = verify(badge);

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.PROOF).findings())
        .extracting(Finding::severity, Finding::code, Finding::place)
        .containsExactly(tuple(Severity.WARNING, "other-proof", "/proof/0"));
  }

  @Test
  void a_proof_that_builds_on_a_missing_one_does_not_hold() {
    ObjectNode badge = university.signedBadge(1);
    ((ObjectNode) badge.get("proof")).put("previousProof", "urn:uuid:gone");

    assertThat(verify(badge).check(Check.Kind.PROOF).findings())
        .extracting(Finding::code)
        .contains("previous-proof");
  }

  @Test
  void an_unknown_context_leaves_a_badge_unread_and_never_forged() {
    ObjectNode badge = university.signedBadge(1);
    ((ArrayNode) badge.get("@context")).add("https://elsewhere.example/context.json");

    VerificationReport report = verify(badge);

    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    assertThat(report.check(Check.Kind.CONTEXT).findings())
        .extracting(Finding::place)
        .containsExactly("/@context/2");
  }

  @ParameterizedTest
  @CsvSource({
    "'{', https://www.w3.org/TR/vc-data-model#PARSING_ERROR",
    "'{\"a\":1,\"a\":2}', https://www.w3.org/TR/vc-data-model#PARSING_ERROR",
    "'{\"a\":1}', https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR"
  })
  void a_problem_bears_the_name_that_the_standard_gives_it(String text, String type) {
    VerificationReport report =
        new Verifier().verify(text.getBytes(UTF_8), Documents.offline(), Examples.NOW);

    assertThat(report.check(Check.Kind.DOCUMENT).findings())
        .extracting(Finding::problemType)
        .contains(type);
  }

  @Test
  void the_report_for_programs_has_stable_names() {
    ObjectNode badge = university.signedBadge(1);
    badge.put("name", "Other");

    JsonNode json = verify(badge).toJson();

    assertThat(json.path("verdict").asText()).isEqualTo("invalid");
    assertThat(json.at("/credential/issuer").asText()).isEqualTo(Examples.DID);
    assertThat(json.path("checks"))
        .extracting(check -> check.path("check").asText())
        .containsExactly("document", "issuer", "proof", "validity", "status");
    JsonNode finding = json.at("/checks/2/findings/0");
    assertThat(finding.path("severity").asText()).isEqualTo("error");
    assertThat(finding.path("code").asText()).isEqualTo("changed");
    assertThat(finding.path("type").asText())
        .isEqualTo("https://w3id.org/security#PROOF_VERIFICATION_ERROR");
    assertThat(json.path("signatures").isEmpty()).isTrue();
  }

  @Test
  void offline_nothing_is_fetched_and_given_documents_take_its_place() {
    byte[] badge = Examples.bytes(university.signedBadge(1));
    URI did = DidWeb.documentUrl(Examples.DID);
    Documents given =
        Documents.of(
            Map.of(
                did,
                String.valueOf(university.web.get(did)).getBytes(UTF_8),
                Examples.LIST,
                String.valueOf(university.web.get(Examples.LIST)).getBytes(UTF_8)));
    Verifier verifier = new Verifier();

    assertThat(verifier.verify(badge, Documents.offline(), Examples.NOW).verdict())
        .isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    assertThat(verifier.verify(badge, given.or(Documents.offline()), Examples.NOW).verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void an_endless_stream_is_read_no_further_than_the_limit() throws IOException {
    long[] read = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read[0]++;
            return ' ';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            if (length == 0) {
              return 0;
            }
            into[from] = (byte) read();
            return 1;
          }
        };
    Verifier verifier = new Verifier(new VerificationLimits(100_000, 10, 10, 1 << 20));

    VerificationReport report = verifier.verify(endless, Documents.offline(), Examples.NOW);

    assertThat(read[0]).isLessThanOrEqualTo(100_001);
    assertThat(report.check(Check.Kind.DOCUMENT).findings())
        .extracting(Finding::code)
        .containsExactly("too-large");
  }

  @Test
  void an_editor_that_saves_utf_16_breaks_no_signature_and_is_remarked_on() {
    byte[] badge = ("\ufeff" + university.signedBadge(1)).getBytes(UTF_16LE);

    VerificationReport report = new Verifier().verify(badge, university.documents(), Examples.NOW);

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(report.check(Check.Kind.DOCUMENT).findings())
        .extracting(Finding::code)
        .containsExactly("encoding");
  }

  @Test
  void a_badge_by_the_dates_of_the_older_data_model_expires_too() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    badge.put("expirationDate", "2026-05-02T00:00:00Z");

    Check check = ValidityCheck.check(new Credential(badge, Pointer.ROOT), Examples.NOW);

    assertThat(check.findings()).extracting(Finding::code).containsExactly("expired");
    assertThat(check.findings()).extracting(Finding::place).containsExactly("/expirationDate");
  }
}
