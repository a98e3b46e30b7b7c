package org.vellum.credentials.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.verification.Verdict;

class HostilePdfTest {
  private final SignedTranscripts university = new SignedTranscripts();

  private static byte[] replaced(byte[] pdf, String what, String by) {
    String text = new String(pdf, ISO_8859_1);
    assertThat(text).contains(what);
    return text.replace(what, by).getBytes(ISO_8859_1);
  }

  private PdfReport refused(byte[] pdf, String code) {
    PdfReport report = university.verify(pdf);
    assertThat(SignedTranscripts.codes(report)).contains(code);
    assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
    return report;
  }

  @Test
  void pages_changed_by_an_increment_after_the_signature_are_not_believed() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(university.signed())) {
      PDPage page = document.getPage(0);
      page.setRotation(180);
      page.getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
    }

    assertThat(refused(out.toByteArray(), "changed-after-signing").verdict())
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void a_range_that_leaves_out_more_than_the_value_covers_nothing() {
    byte[] signed = university.signed();
    String text = new String(signed, ISO_8859_1);
    int start = text.indexOf("/ByteRange [") + "/ByteRange [".length();
    String range = text.substring(start, text.indexOf(']', start));
    String[] numbers = range.strip().split(" +");
    for (int part : List.of(1, 2)) {
      String[] wrapped = numbers.clone();
      wrapped[part] = String.valueOf(Integer.parseInt(numbers[part]) + (part == 1 ? -20 : 20));
      byte[] pdf = replaced(signed, range, padded(String.join(" ", wrapped), range.length()));

      assertThat(refused(pdf, "byte-range").signatures()).noneMatch(PdfSignature::holds);
    }
    byte[] backwards = replaced(signed, range, padded("0 -5 100 50", range.length()));
    refused(backwards, "byte-range");
  }

  private static String padded(String text, int length) {
    return text + " ".repeat(Math.max(0, length - text.length()));
  }

  @Test
  void a_signature_without_a_value_or_a_range_holds_nothing() {
    byte[] signed = university.signed();

    refused(replaced(signed, "/ByteRange", "/ByteRxnge"), "byte-range");
    refused(replaced(signed, "/Contents <", "/Cxntents <"), "byte-range");
    refused(replaced(signed, "ETSI.CAdES.detached", "adbe.x509.rsa_sha1 "), "weak-algorithm");
    refused(replaced(signed, "ETSI.CAdES.detached", "some.other.formats "), "unknown-format");
  }

  @Test
  void a_value_of_garbage_is_no_signature() {
    byte[] signed = university.signed();
    String text = new String(signed, ISO_8859_1);
    int start = text.indexOf("/Contents <") + "/Contents <".length();
    byte[] garbage = signed.clone();
    Arrays.fill(garbage, start, start + 40, (byte) 'a');

    refused(garbage, "signature-form");
  }

  @Test
  void what_stands_behind_the_signature_in_its_value_is_found() {
    byte[] signed = university.signed();
    String text = new String(signed, ISO_8859_1);
    int end = text.indexOf('>', text.indexOf("/Contents <"));
    byte[] stuffed = signed.clone();
    stuffed[end - 2] = '4';

    refused(stuffed, "signature-form");
  }

  @Test
  void an_encrypted_pdf_is_not_looked_into() throws Exception {
    for (String password : List.of("", "secret")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (PDDocument document = Loader.loadPDF(university.unsigned())) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        document.save(out);
      }

      assertThat(refused(out.toByteArray(), "encrypted").record()).isNull();
    }
  }

  @Test
  void what_is_no_pdf_and_what_is_half_of_one_ends_in_a_report() {
    byte[] signed = university.signed();

    refused(new byte[0], "not-a-pdf");
    refused("%PDF-1.7\n".getBytes(ISO_8859_1), "not-a-pdf");
    refused(("%PDF-1.7\n1 0 obj\n" + "[".repeat(200_000)).getBytes(ISO_8859_1), "not-a-pdf");
    for (int length : List.of(10, 1_000, signed.length / 2, signed.length - 30)) {
      PdfReport report = university.verify(Arrays.copyOf(signed, length));
      assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
    }
  }

  @Test
  void a_stream_that_unfolds_without_end_is_not_opened() throws Exception {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.write(
        "%PDF-1.7\n1 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\n".getBytes(ISO_8859_1));
    try (OutputStream deflated = new DeflaterOutputStream(pdf)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 300; i++) {
        deflated.write(zeros);
      }
    }
    pdf.write("\nendstream\nendobj\n".getBytes(ISO_8859_1));

    refused(pdf.toByteArray(), "too-large");
    refused(new byte[33 * 1024 * 1024], "too-large");
  }

  @Test
  void streams_that_are_folded_twice_or_in_disguise_are_not_opened() {
    for (String filter :
        List.of(
            "/Filter [/FlateDecode /FlateDecode]",
            "/F#69lter [ /FlateDecode/Fl ]",
            "/Filter /LZWDecode",
            "/Filter /#4cZWDecode",
            "/Filter/RL",
            "/Filter 12 0 R",
            "/Filter [12 0 R]",
            "/Filter %\n/FlateDecode",
            "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000>>")) {
      String pdf = "%PDF-1.7\n1 0 obj\n<<" + filter + ">>\nstream\n\nendstream\nendobj\n";

      refused(pdf.getBytes(ISO_8859_1), "unfollowed-stream");
    }
  }

  @Test
  void a_record_that_was_exchanged_in_the_pdf_is_judged_as_any_other() {
    var other = university.record.deepCopy().put("name", "Record of Eve");
    var options = new TranscriptPdf.Options(other.toString(), null, true);
    byte[] pdf = TranscriptPdf.write(org.vellum.credentials.Transcripts.rich(), options).value();

    PdfReport report = university.verify(PdfToSign.sign(pdf, university.pageKey, Examples.ISSUED));

    assertThat(SignedTranscripts.ofRecord(report)).isEqualTo(Verdict.INVALID);
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
  }
}
