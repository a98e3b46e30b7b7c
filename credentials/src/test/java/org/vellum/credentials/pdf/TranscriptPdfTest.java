package org.vellum.credentials.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;

class TranscriptPdfTest {
  @TempDir Path folder;

  private static byte[] transcript() {
    String clr = ClrRecords.write(Transcripts.rich()).value().toString();
    var options = new TranscriptPdf.Options(clr, SignedTranscripts.PAGE, true);
    return TranscriptPdf.write(Transcripts.rich(), options).value();
  }

  private String text(byte[] pdf) throws Exception {
    return Poppler.text(folder, pdf);
  }

  private static LearnerRecord with(LearnerRecord record, String name, String learner, String by) {
    return new LearnerRecord(
        record.id(),
        name,
        new Learner(null, learner, null, null, null, null, List.of()),
        new Institution("urn:x:1", by, null, null, null, null, List.of()),
        record.issued(),
        null,
        record.periods(),
        record.attainments(),
        record.links(),
        record.averages());
  }

  @Test
  void the_record_comes_back_as_it_went_in() {
    for (LearnerRecord record : List.of(Transcripts.rich(), Transcripts.minimal())) {
      byte[] pdf = TranscriptPdf.write(record, TranscriptPdf.Options.NONE).value();

      Converted<LearnerRecord> back = TranscriptPdf.read(pdf);

      assertThat(back.value()).isEqualTo(ClrRecords.read(ClrRecords.write(record).value()).value());
    }
  }

  @Test
  void the_same_record_gives_the_same_bytes() {
    assertThat(transcript()).isEqualTo(transcript());
  }

  @Test
  void the_page_says_what_the_record_says() throws Exception {
    assertThat(text(transcript()))
        .contains("Example University", "Ada Lovelace", "Fall 2025", "CS 101", "A-", "91.5 %")
        .contains("3.77", "of 4.00", "Proficient", "Page 1 of", "10 December 2003")
        .contains(SignedTranscripts.PAGE.toString(), "electronic signature (PAdES)");
  }

  @Test
  void the_page_tells_when_nothing_in_it_is_signed() throws Exception {
    byte[] pdf = TranscriptPdf.write(Transcripts.rich(), TranscriptPdf.Options.NONE).value();

    assertThat(text(pdf)).contains("this document proves nothing by itself", "unsigned.");
  }

  @Test
  void the_page_can_be_read_aloud() throws Exception {
    try (PDDocument document = Loader.loadPDF(transcript())) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getLanguage()).isEqualTo("en");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      String xmp = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(xmp)
          .containsPattern("<pdfaid:part>3</pdfaid:part>")
          .containsPattern("<pdfaid:conformance>A</pdfaid:conformance>")
          .containsPattern("<pdfuaid:part>1</pdfuaid:part>")
          .contains("Transcript of Ada Lovelace", "2026-05-01T08:00:00Z");
    }
    String structure = Poppler.about(folder, transcript(), "pdfinfo", "-struct-text");
    assertThat(structure).contains("H1", "H2", "THead", "/Scope /Column", "/Scope /Row");
    assertThat(Poppler.about(folder, transcript(), "pdfinfo", "-struct"))
        .contains("Figure", "Link");
    assertThat(Poppler.about(folder, transcript(), "pdffonts"))
        .contains("SourceSans3", "SourceSerif4")
        .doesNotContain(" no ");
  }

  @Test
  void the_record_is_associated_with_the_document() throws Exception {
    try (PDDocument document = Loader.loadPDF(transcript())) {
      var named = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      var file = Objects.requireNonNull(named.get("clr.json"));
      assertThat(file.getEmbeddedFileUnicode().getSubtype()).isEqualTo("application/vc");
      assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Source");
      assertThat(document.getDocumentCatalog().getCOSObject().containsKey("AF")).isTrue();
    }
  }

  @Test
  void a_record_that_is_a_token_is_attached_as_one() {
    var options = new TranscriptPdf.Options("eyJhbGciOiJFUzI1NiJ9.e30.AA", null, false);
    AttachedRecord attached =
        TranscriptPdf.attached(TranscriptPdf.write(Transcripts.minimal(), options).value());

    assertThat(attached.name()).isEqualTo("clr.jwt");
    assertThat(attached.bytes()).asString().isEqualTo("eyJhbGciOiJFUzI1NiJ9.e30.AA");
  }

  @Test
  void names_of_many_scripts_are_printed() throws Exception {
    String name = "Zażółć Ångström Đặng Ѐжи Ελλάς Çelik Ştefan Þórr";
    LearnerRecord record = with(Transcripts.minimal(), name, name, name);
    var written = TranscriptPdf.write(record, TranscriptPdf.Options.NONE);

    assertThat(written.losses()).extracting(Loss::what).noneMatch(each -> each.startsWith("U+"));
    assertThat(text(written.value())).contains(name);
  }

  @Test
  void a_letter_and_its_accent_are_printed_as_one() throws Exception {
    LearnerRecord record = with(Transcripts.minimal(), "Cafe\u0301 \u202Eevil", "x", "y");
    var written = TranscriptPdf.write(record, TranscriptPdf.Options.NONE);

    assertThat(text(written.value())).contains("Café evil");
  }

  @Test
  void what_the_fonts_have_not_is_marked_on_the_page_and_listed() throws Exception {
    LearnerRecord record = with(Transcripts.minimal(), "学生 & שלום", "😀", "<script>\"'&\\");
    var written = TranscriptPdf.write(record, TranscriptPdf.Options.NONE);

    assertThat(written.losses())
        .extracting(Loss::what)
        .contains("U+5B66", "U+751F", "U+05E9", "U+1F600");
    assertThat(text(written.value()))
        .contains("□□ & □□□□", "<script>\"'&\\", "a character could not be printed");
  }

  @Test
  void a_long_transcript_has_its_heads_on_every_page_and_endless_words_are_broken()
      throws Exception {
    LearnerRecord many =
        with(Transcripts.of(300), "Überlang".repeat(60), "Ada", "Öffentliche ".repeat(20));
    byte[] pdf = TranscriptPdf.write(many, TranscriptPdf.Options.NONE).value();
    int pages;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      pages = document.getNumberOfPages();
    }
    String text = text(pdf);

    assertThat(pages).isBetween(10, 40);
    assertThat(text).contains("COM-300", "Page 1 of " + pages, "Page " + pages + " of " + pages);
    assertThat(text.split("Achievement  ", -1).length - 1).isGreaterThanOrEqualTo(pages - 2);
  }

  @Test
  void a_record_without_achievements_says_so() throws Exception {
    LearnerRecord rich = Transcripts.rich();
    LearnerRecord none =
        new LearnerRecord(
            rich.id(),
            rich.name(),
            rich.learner(),
            rich.institution(),
            rich.issued(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    var options = new TranscriptPdf.Options("{}", null, false);

    assertThat(text(TranscriptPdf.write(none, options).value())).contains("has no achievements");
  }

  @Test
  void what_is_no_pdf_or_has_no_record_is_not_read() {
    assertThatThrownBy(() -> TranscriptPdf.read(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a PDF");
  }
}
