package org.vellum.credentials.pdf;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.verification.Finding;

/**
 * Writes a record as the transcript that a registrar hands out: for people a page that screen
 * readers can read (PDF/UA-1) and archives can keep (PDF/A-3a), for programs the CLR inside it.
 */
public final class TranscriptPdf {
  static {
    // It tells of its work, and what it warns of is a page of this library.
    XRLog.setLoggingEnabled(false);
  }

  private TranscriptPdf() {}

  /**
   * What a transcript carries beside the record.
   *
   * @param signedRecord the CLR exactly as it was signed, as JSON or as a compact JWS; null if
   *     there is none, and one is written from the record and attached without a signature
   * @param verification the page on which anybody can verify the record; null prints none
   * @param toBeSigned whether the PDF itself will be signed, which is printed on it
   */
  public record Options(
      @Nullable String signedRecord, @Nullable URI verification, boolean toBeSigned) {
    /** Nothing is signed, and there is no page to verify it. */
    public static final Options NONE = new Options(null, null, false);

    /** What stands on the page about how far it can be trusted. */
    List<String> sentences() {
      String attached =
          "The learner record (Comprehensive Learner Record, CLR 2.0) from which this page was made"
              + " is attached to it for programs";
      String own =
          toBeSigned
              ? "This PDF carries an electronic signature (PAdES): readers show it, and show every"
                  + " change."
              : signedRecord == null
                  ? "Unless a reader shows a valid electronic signature, this document proves"
                      + " nothing by itself."
                  : "Unless a reader shows a valid electronic signature, this page proves nothing"
                      + " by itself: what counts is the signed record in it.";
      return List.of(
          own, attached + (signedRecord == null ? ", unsigned." : ", signed by its issuer."));
    }
  }

  /**
   * The transcript of a signed record, which is kept in it as it is.
   *
   * @param signedRecord the CLR exactly as it was signed, as JSON or as a compact JWS
   * @param verification the page on which anybody can verify the record; null prints none
   * @param toBeSigned whether the PDF itself will be signed, which is printed on it
   * @throws IllegalArgumentException if it is no CLR
   */
  public static Converted<byte[]> of(
      String signedRecord, @Nullable URI verification, boolean toBeSigned) {
    AttachedRecord attached =
        new AttachedRecord("clr", signedRecord.getBytes(StandardCharsets.UTF_8));
    Converted<LearnerRecord> record = ClrRecords.read(attached.document());
    return write(record.value(), new Options(signedRecord, verification, toBeSigned));
  }

  /**
   * The transcript, unsigned. The same record and options give the same bytes.
   *
   * @return the PDF; as losses which characters could not be printed, and if no signed record was
   *     given, what the attached one could not carry
   */
  public static Converted<byte[]> write(LearnerRecord record, Options options) {
    List<Loss> losses = new ArrayList<>();
    String attached = options.signedRecord();
    if (attached == null) {
      var clr = ClrRecords.write(record);
      losses.addAll(clr.losses());
      attached = clr.value().toString();
    }
    PageText text = new PageText();
    String html = new TranscriptPage(record, options, text).html();
    losses.addAll(text.losses());
    try {
      return new Converted<>(finish(render(html), record.issued(), html, attached), losses);
    } catch (IOException e) {
      throw new UncheckedIOException("the transcript could not be laid out", e);
    }
  }

  /**
   * The record that is attached to a PDF. Nothing is verified, and the page is not looked at.
   *
   * @throws IllegalArgumentException if it is no PDF, or carries no record
   */
  public static Converted<LearnerRecord> read(byte[] pdf) {
    return ClrRecords.read(attached(pdf).document());
  }

  /**
   * The record that is attached to a PDF, as its issuer wrote it.
   *
   * @throws IllegalArgumentException if it is no PDF, or carries no record
   */
  public static AttachedRecord attached(byte[] pdf) {
    PdfFile file = PdfFile.read(pdf);
    return file.attached()
        .orElseThrow(() ->
            new IllegalArgumentException(
                file.findings().stream()
                    .map(Finding::message)
                    .findFirst()
                    .orElse("the PDF carries no learner record")));
  }

  private static byte[] render(String html) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      builder.usePdfUaAccessibility(true);
      builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
      builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
      Fonts.register(builder, document);
      builder.withProducer("Vellum");
      builder.withHtmlContent(html, null);
      builder.toStream(out);
      builder.run();
    }
    return out.toByteArray();
  }

  private static byte[] finish(byte[] page, Instant issued, String html, String attached)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(page)) {
      Attachment.add(document, attached, issued);
      Description.write(document, issued, (html + attached).getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  static GregorianCalendar calendar(Instant instant) {
    GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    calendar.setTimeInMillis(instant.toEpochMilli());
    return calendar;
  }
}
