package org.vellum.credentials.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SigningInput;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.credentials.xmldsig.XmlKey;

class PdfVerifierTest {
  private final SignedTranscripts university = new SignedTranscripts();

  @Test
  void a_transcript_signed_by_its_issuer_is_valid_with_the_record_in_it() {
    PdfReport report = university.verify(university.signed());

    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(SignedTranscripts.ofRecord(report)).isEqualTo(Verdict.VALID);
    assertThat(report.attached().orElseThrow().document()).isEqualTo(university.record);
    assertThat(report.signatures())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.holds()).isTrue();
          assertThat(each.coversAll()).isTrue();
          assertThat(each.format()).isEqualTo("ETSI.CAdES.detached");
          assertThat(each.claimed()).isEqualTo(Examples.ISSUED.plusSeconds(86_400));
          assertThat(each.signer()).contains("CN=University,C=US");
        });
  }

  @Test
  void the_key_may_be_far_away_and_answer_later() {
    var at = Examples.ISSUED;
    XmlKey key = university.pageKey;
    byte[] pdf = university.unsigned();
    SigningInput<byte[]> first = PdfToSign.of(pdf, key.publicKey(), key.certificates(), at);
    byte[] signature = key.sign(first.bytes());

    assertThat(university.verify(first.assemble(signature)).verdict()).isEqualTo(Verdict.VALID);
    byte[] other = first.assemble(key.sign(new byte[] {1}));
    assertThat(SignedTranscripts.codes(university.verify(other))).containsExactly("signature");
  }

  @Test
  void a_signature_leaves_the_bytes_before_it_as_they_were() {
    byte[] unsigned = university.unsigned();
    byte[] signed = PdfToSign.sign(unsigned, university.pageKey, Examples.ISSUED);

    assertThat(Arrays.copyOf(signed, unsigned.length)).isEqualTo(unsigned);
  }

  @Test
  void pages_without_a_signature_can_not_be_believed_although_the_record_in_them_holds() {
    PdfReport report = university.verify(university.unsigned());

    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    assertThat(SignedTranscripts.ofRecord(report)).isEqualTo(Verdict.VALID);
    assertThat(SignedTranscripts.codes(report)).containsExactly("not-signed");
  }

  @Test
  void a_stranger_can_not_lend_his_signature_to_pages_around_a_true_record() {
    XmlKey stranger = XmlKey.p256();
    PdfReport report = university.verify(university.signedBy(stranger));

    assertThat(report.signatures()).allMatch(PdfSignature::holds);
    assertThat(SignedTranscripts.codes(report)).containsExactly("signer-unknown");
    assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_signer_is_believed_whom_a_trusted_authority_vouches_for() {
    XmlKey registrar = XmlKey.rsa();
    PdfReport report = university.verifyTrusting(university.signedBy(registrar), registrar);

    assertThat(report.verdict()).isEqualTo(Verdict.VALID);
    assertThat(SignedTranscripts.codes(report)).containsExactly("signer");
  }

  @Test
  void every_changed_byte_before_the_signature_breaks_it() {
    byte[] signed = university.signed();
    for (int at : List.of(60, signed.length / 3, signed.length / 2)) {
      byte[] changed = signed.clone();
      changed[at] ^= 1;

      PdfReport report = university.verify(changed);

      assertThat(report.signatures()).noneMatch(PdfSignature::holds);
      assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
    }
  }

  @Test
  void bytes_behind_the_signature_are_found() {
    byte[] signed = university.signed();
    byte[] longer = Arrays.copyOf(signed, signed.length + 9);
    Arrays.fill(longer, signed.length, longer.length, (byte) '\n');

    PdfReport report = university.verify(longer);

    assertThat(SignedTranscripts.codes(report)).containsExactly("changed-after-signing");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_second_signer_vouches_for_the_whole_and_the_first_for_what_was_before() {
    byte[] twice = PdfToSign.sign(university.signed(), university.pageKey, Examples.ISSUED);
    PdfReport report = university.verify(twice);

    assertThat(report.signatures()).extracting(PdfSignature::holds).containsExactly(true, true);
    assertThat(report.signatures()).extracting(PdfSignature::coversAll).contains(true, false);
    assertThat(SignedTranscripts.codes(report)).containsExactly("earlier-state");
  }

  @Test
  void a_key_without_a_certificate_or_of_a_kind_that_readers_do_not_know_signs_no_pdf() {
    byte[] pdf = university.unsigned();
    IssuerKey bare = IssuerKey.generate(Examples.DID);

    assertThatThrownBy(() -> PdfToSign.sign(pdf, bare, Examples.ISSUED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PdfToSign.sign(new byte[9], university.pageKey, Examples.ISSUED))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_report_can_be_shown_as_that_of_the_record_with_no_other_verdict() {
    for (byte[] pdf : List.of(university.signed(), university.unsigned(), new byte[9])) {
      PdfReport report = university.verify(pdf);
      VerificationReport shown = report.asVerification();

      assertThat(shown.verdict()).isEqualTo(report.verdict());
      assertThat(shown.check(Check.Kind.DOCUMENT).findings()).containsAll(report.findings());
    }
  }

  @Test
  void a_report_for_programs_has_the_same_verdict_and_findings() {
    var json = university.verify(university.unsigned()).toJson();

    assertThat(json.path("verdict").asText()).isEqualTo("could-not-be-checked");
    assertThat(json.at("/findings/0/code").asText()).isEqualTo("not-signed");
    assertThat(json.at("/record/verdict").asText()).isEqualTo("valid");
  }
}
