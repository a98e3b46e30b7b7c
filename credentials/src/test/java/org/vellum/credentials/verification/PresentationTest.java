package org.vellum.credentials.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.proof.EddsaJcs2022;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.credentials.proof.ProofOptions;

/** What a holder shows: whose word it is, to whom it is said, and what is in it. */
class PresentationTest {
  private final Shown shown = new Shown();

  @Test
  void an_answer_of_the_holder_is_valid_and_so_is_each_credential_in_it() {
    VerificationReport report = shown.verify(shown.signed(shown.presentation()));

    assertThat(report.verdict()).as(report.checks().toString()).isEqualTo(Verdict.VALID);
    assertThat(report.checks()).extracting(Check::kind).containsExactly(Check.Kind.values());
    assertThat(report.signatures()).extracting(Signature::controller).containsExactly(Shown.HOLDER);
    assertThat(report.nested())
        .extracting(VerificationReport::place)
        .containsExactly("/verifiableCredential/0");
    assertThat(report.nested().getFirst().signatures())
        .extracting(Signature::controller)
        .containsExactly(Examples.DID);
  }

  @Test
  void a_presentation_in_the_older_data_model_is_judged_alike() {
    String integrity = "https://w3id.org/security/data-integrity/v2";
    ObjectNode credential =
        StandardsFiles.parse(
            """
            {"@context": ["https://www.w3.org/2018/credentials/v1", "%s"],
             "type": ["VerifiableCredential"], "issuer": "%s",
             "issuanceDate": "2026-05-01T08:00:00Z", "credentialSubject": {"id": "%s"}}
            """
                .formatted(integrity, Examples.DID, Shown.HOLDER));
    ObjectNode older =
        Shown.presentation(
            "https://www.w3.org/2018/credentials/v1", shown.university.sign(credential));
    ((ArrayNode) older.path("@context")).add(integrity);

    VerificationReport report = shown.verify(shown.signed(older));

    assertThat(report.verdict()).as(report.toJson().toPrettyString()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_challenge_or_a_domain_of_another_occasion_is_a_replay() {
    String answer = shown.signed(shown.presentation()).toString();

    Shown.assertInvalid(
        shown.verify(answer, new Asked("another", Shown.ASKED.domain())),
        Check.Kind.PROOF,
        "wrong-challenge");
    Shown.assertInvalid(
        shown.verify(answer, new Asked(Shown.ASKED.challenge(), "https://other.example")),
        Check.Kind.PROOF,
        "wrong-domain");
    ProofOptions silent = ProofOptions.by(shown.holder, Shown.SHOWN).withPurpose("authentication");
    Shown.assertInvalid(
        shown.verify(shown.signed(shown.presentation(), silent)),
        Check.Kind.PROOF,
        "wrong-challenge");
  }

  @Test
  void that_nobody_asked_is_remarked_on() {
    VerificationReport report = shown.verify(shown.signed(shown.presentation()).toString(), null);

    assertThat(Shown.codes(report, Check.Kind.PROOF)).containsExactly("not-asked");
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_proof_or_a_key_for_another_purpose_does_not_say_who_shows_it() {
    Shown.assertInvalid(
        shown.verify(shown.signed(shown.presentation(), Shown.options(shown.holder))),
        Check.Kind.PROOF,
        "wrong-purpose");

    ObjectNode answer = shown.signed(shown.presentation());
    ObjectNode document = StandardsFiles.parse(shown.university.web.get(Shown.HOLDERS_DOCUMENT));
    document.set("assertionMethod", document.path("authentication"));
    document.putArray("authentication");
    shown.university.web.put(Shown.HOLDERS_DOCUMENT, document.toString());
    Shown.assertInvalid(shown.verify(answer), Check.Kind.ISSUER, "key-not-listed");

    shown.publish("assertionMethod");
    assertThat(shown.verify(answer).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_credential_that_was_signed_to_authenticate_asserts_nothing() {
    ObjectNode own = Examples.badge(2).build().toJson();
    ObjectNode credential =
        new EddsaRdfc2022()
            .prepare(
                own,
                ProofOptions.by(shown.university.key, Examples.ISSUED)
                    .withPurpose("authentication"))
            .signedBy(shown.university.key);

    Shown.assertInvalid(shown.verify(credential), Check.Kind.PROOF, "wrong-purpose");
  }

  @Test
  void a_holder_who_does_not_control_the_key_does_not_show_it() {
    ObjectNode stolen = shown.presentation().put("holder", "did:web:eve.example");

    Shown.assertInvalid(
        shown.verify(shown.signed(stolen)), Check.Kind.ISSUER, "not-the-holders-key");
  }

  @Test
  void without_the_name_of_a_holder_the_key_tells_who_shows_it() {
    ObjectNode nameless = shown.presentation();
    nameless.remove("holder");

    VerificationReport report = shown.verify(shown.signed(nameless));

    assertThat(Shown.codes(report, Check.Kind.ISSUER)).containsExactly("no-holder");
    assertThat(report.signatures()).extracting(Signature::controller).containsExactly(Shown.HOLDER);
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void an_unsigned_presentation_is_no_answer_and_otherwise_as_good_as_what_is_in_it() {
    ObjectNode nameless = shown.presentation();
    nameless.remove("holder");

    Shown.assertInvalid(shown.verify(shown.presentation()), Check.Kind.PROOF, "unsigned");
    VerificationReport unasked = shown.verify(shown.presentation().toString(), null);
    assertThat(Shown.codes(unasked, Check.Kind.ISSUER)).containsExactly("holder-unproven");
    assertThat(unasked.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    VerificationReport open = shown.verify(nameless.toString(), null);
    assertThat(Shown.codes(open, Check.Kind.PROOF)).containsExactly("unsigned-presentation");
    assertThat(open.verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void a_credential_that_was_swapped_or_changed_or_added_is_found() {
    ObjectNode swapped = shown.signed(shown.presentation());
    swapped.putArray("verifiableCredential").add(shown.university.signedBadge(2));
    ObjectNode changed = shown.badge.deepCopy().put("name", "Doctor");
    ObjectNode unsigned = Examples.badge(3).build().toJson();

    Shown.assertInvalid(shown.verify(swapped), Check.Kind.PROOF, "changed");
    Shown.assertInvalid(
        shown.verify(
            shown.signed(
                Shown.presentation("https://www.w3.org/ns/credentials/v2", shown.badge, changed))),
        Check.Kind.CREDENTIALS,
        "inside-invalid");
    Shown.assertInvalid(
        shown.verify(
            shown.signed(Shown.presentation("https://www.w3.org/ns/credentials/v2", unsigned))),
        Check.Kind.CREDENTIALS,
        "inside-invalid");
  }

  @Test
  void the_name_of_an_issuer_has_no_place_in_a_presentation() {
    ObjectNode posing = shown.presentation().put("issuer", Examples.DID);
    ObjectNode both = shown.presentation().put("issuer", Examples.DID);
    ((ArrayNode) both.path("type")).add("VerifiableCredential");

    Shown.assertInvalid(shown.verify(posing), Check.Kind.DOCUMENT, "structure-additional");
    Shown.assertInvalid(shown.verify(both), Check.Kind.PROOF, "unsigned");
  }

  @Test
  void a_status_list_cannot_call_itself_a_presentation_to_be_signed_by_another_kind_of_key() {
    ObjectNode list =
        shown.university.statusList.credential(
            Examples.LIST, Examples.DID, "revocation", Examples.ISSUED);
    list.putArray("type").add("VerifiablePresentation").add("BitstringStatusListCredential");
    list.put("holder", Shown.HOLDER);
    ObjectNode forged =
        new EddsaJcs2022()
            .prepare(list, ProofOptions.by(shown.holder, Shown.SHOWN).withPurpose("authentication"))
            .signedBy(shown.holder);
    shown.university.web.put(Examples.LIST, forged.toString());

    VerificationReport report = shown.verify(shown.badge);

    assertThat(Shown.codes(report, Check.Kind.STATUS)).containsExactly("status-unverified");
    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }
}
