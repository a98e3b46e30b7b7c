package org.vellum.competency.framework.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;

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
      h1 { margin: 0 0 10pt 0; font-weight: normal; font-size: 23pt;
        line-height: 1.15; color: #17375e; word-wrap: break-word; }
      h2 { margin: 18pt 0 5pt 0; font-weight: normal; font-size: 13.5pt;
        color: #17375e; page-break-after: avoid; }
      table { width: 100%; border-collapse: collapse; table-layout: fixed; }
      th, td { padding: 2.6pt 9pt 2.6pt 0; text-align: left; vertical-align: top;
        font-weight: normal; word-wrap: break-word; border-bottom: 0.4pt solid #dde2e8; }
      th { width: 38mm; color: #566170; }
      ul { margin: 0; padding: 0 0 0 11pt; list-style-type: none; }
      ul.top { padding-left: 0; }
      ul.deep { padding-left: 2pt; }
      li { margin: 0; padding: 2.2pt 0 0 0; word-wrap: break-word; }
      .label { color: #17375e; }
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
   * Lays out an outline. Two are laid out at once; others wait.
   *
   * @return the PDF; empty if the outline is larger than what is laid out
   */
  public static Optional<byte[]> write(Outline outline) {
    if (outline.size() > MOST_ENTRIES) {
      return Optional.empty();
    }
    String html = html(outline);
    if (html.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    PLACES.acquireUninterruptibly();
    try {
      return Optional.of(render(html));
    } catch (IOException e) {
      throw new UncheckedIOException("the outline could not be laid out", e);
    } finally {
      PLACES.release();
    }
  }

  private static String html(Outline outline) {
    StringBuilder out = new StringBuilder();
    String language = outline.language() == null ? "en" : outline.language();
    String title = PageText.safe(outline.title());
    out.append("<!DOCTYPE html><html lang=\"").append(PageText.safe(language));
    out.append("\"><head><title>").append(title).append("</title>");
    out.append("<meta name=\"author\" content=\"").append(PageText.safe(outline.author()));
    out.append("\"/><meta name=\"description\" content=\"").append(title).append("\"/>");
    out.append("<style>").append(STYLE).append("</style></head><body><h1>").append(title);
    out.append("</h1>");
    facts(outline, out);
    for (Outline.Section section : outline.sections()) {
      out.append("<h2>").append(PageText.safe(section.heading())).append("</h2>");
      entries(section, out);
    }
    return out.append("</body></html>").toString();
  }

  private static void facts(Outline outline, StringBuilder out) {
    if (outline.facts().isEmpty()) {
      return;
    }
    out.append("<table><tbody>");
    for (Outline.Fact fact : outline.facts()) {
      out.append("<tr><th scope=\"row\">").append(PageText.safe(fact.name()));
      out.append("</th><td>").append(PageText.safe(fact.value())).append("</td></tr>");
    }
    out.append("</tbody></table>");
  }

  private static void entries(Outline.Section section, StringBuilder out) {
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
      entry(entry, out);
    }
    for (; level >= 0; level--) {
      out.append("</li></ul>");
    }
  }

  private static void entry(Outline.Entry entry, StringBuilder out) {
    if (!entry.label().isEmpty()) {
      out.append("<span class=\"label\">").append(PageText.safe(entry.label()));
      out.append("</span> ");
    }
    out.append(PageText.safe(entry.text()));
    if (!entry.note().isEmpty()) {
      out.append(" <span class=\"note\">").append(PageText.safe(entry.note()));
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
      PageText.register(builder, document);
      builder.withProducer("Vellum");
      builder.withHtmlContent(html, null);
      builder.toStream(out);
      builder.run();
    }
    return out.toByteArray();
  }
}
