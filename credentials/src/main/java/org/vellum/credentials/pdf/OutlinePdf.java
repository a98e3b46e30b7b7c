package org.vellum.credentials.pdf;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.vellum.credentials.record.Loss;

/**
 * Lays out an outline as a PDF that screen readers can read (PDF/UA-1, with tags for headings and
 * nested lists) and archives can keep (PDF/A-3a).
 */
public final class OutlinePdf {
  /** How many entries are laid out; what is longer is for a program or for Markdown. */
  public static final int MOST_ENTRIES = 3_000;

  private static final int LONGEST_TEXT = 2_000_000;
  private static final int AT_ONCE = 2;

  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 20mm 22mm 20mm;
        @bottom-right { font-family: Sans; font-size: 7.4pt; color: #566170;
          content: "Page " counter(page) " of " counter(pages); } }
      body { margin: 0; font-family: Sans; font-size: 9.5pt; line-height: 1.38; color: #1b2430; }
      h1 { margin: 0 0 10pt 0; font-family: Serif, Sans; font-weight: normal; font-size: 23pt;
        line-height: 1.15; color: #17375e; word-wrap: break-word; }
      h2 { margin: 18pt 0 5pt 0; font-family: Serif, Sans; font-weight: normal; font-size: 13.5pt;
        color: #17375e; page-break-after: avoid; }
      table { width: 100%; border-collapse: collapse; table-layout: fixed; }
      th, td { padding: 2.6pt 9pt 2.6pt 0; text-align: left; vertical-align: top;
        font-weight: normal; word-wrap: break-word; border-bottom: 0.4pt solid #dde2e8; }
      th { width: 38mm; color: #566170; }
      ul { margin: 0; padding: 0 0 0 11pt; list-style-type: none; }
      ul.top { padding-left: 0; }
      ul.deep { padding-left: 2pt; }
      li { margin: 0; padding: 2.2pt 0 0 0; word-wrap: break-word; }
      .label { font-weight: bold; }
      .note { color: #566170; font-size: 8.2pt; }
      """;

  private static final Semaphore PLACES = new Semaphore(AT_ONCE);
  private static final int DEEP = 8;

  static {
    // It tells of its work, and what it warns of is a page of this library.
    XRLog.setLoggingEnabled(false);
  }

  private OutlinePdf() {}

  /**
   * What was laid out.
   *
   * @param pdf the PDF
   * @param missing characters that the fonts have not, such as {@code U+4E00}; a box stands there
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way out, never compared
  public record Pages(byte[] pdf, List<String> missing) {
    public Pages {
      missing = List.copyOf(missing);
    }
  }

  private static List<String> missing(PageText text) {
    return text.losses().stream().map(Loss::what).toList();
  }

  /**
   * Lays out an outline. Two are laid out at once; others wait.
   *
   * @return the PDF; empty if the outline is larger than what is laid out
   */
  public static Optional<Pages> write(Outline outline) {
    if (outline.size() > MOST_ENTRIES) {
      return Optional.empty();
    }
    PageText text = new PageText();
    String html = html(outline, text);
    if (html.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    PLACES.acquireUninterruptibly();
    try {
      return Optional.of(new Pages(render(html), missing(text)));
    } catch (IOException e) {
      throw new UncheckedIOException("the outline could not be laid out", e);
    } finally {
      PLACES.release();
    }
  }

  private static String html(Outline outline, PageText text) {
    StringBuilder out = new StringBuilder();
    String language = outline.language() == null ? "en" : outline.language();
    String title = text.safe("title", outline.title());
    out.append("<!DOCTYPE html><html lang=\"").append(text.safe("language", language));
    out.append("\"><head><title>").append(title).append("</title>");
    out.append("<meta name=\"author\" content=\"").append(text.safe("author", outline.author()));
    out.append("\"/><meta name=\"description\" content=\"").append(title).append("\"/>");
    out.append("<style>").append(STYLE).append("</style></head><body><h1>").append(title);
    out.append("</h1>");
    facts(outline, text, out);
    for (Outline.Section section : outline.sections()) {
      out.append("<h2>").append(text.safe("section", section.heading())).append("</h2>");
      entries(section, text, out);
    }
    return out.append("</body></html>").toString();
  }

  private static void facts(Outline outline, PageText text, StringBuilder out) {
    if (outline.facts().isEmpty()) {
      return;
    }
    out.append("<table><tbody>");
    for (Outline.Fact fact : outline.facts()) {
      out.append("<tr><th scope=\"row\">").append(text.safe("fact", fact.name()));
      out.append("</th><td>").append(text.safe(fact.name(), fact.value())).append("</td></tr>");
    }
    out.append("</tbody></table>");
  }

  private static void entries(Outline.Section section, PageText text, StringBuilder out) {
    int level = -1;
    for (Outline.Entry entry : section.entries()) {
      if (entry.level() > level) {
        level++;
        String kind = level == 0 ? "top" : level > DEEP ? "deep" : "inner";
        out.append("<ul class=\"").append(kind).append("\">");
      } else {
        for (; level > entry.level(); level--) {
          out.append("</li></ul>");
        }
        out.append("</li>");
      }
      out.append("<li>");
      entry(entry, text, out);
    }
    for (; level >= 0; level--) {
      out.append("</li></ul>");
    }
  }

  private static void entry(Outline.Entry entry, PageText text, StringBuilder out) {
    if (!entry.label().isEmpty()) {
      out.append("<span class=\"label\">").append(text.safe("label", entry.label()));
      out.append("</span> ");
    }
    out.append(text.safe("entry", entry.text()));
    if (!entry.note().isEmpty()) {
      out.append(" <span class=\"note\">").append(text.safe("note", entry.note()));
      out.append("</span>");
    }
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
}
