package org.vellum.competency.framework.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Texts as they may stand in a page: escaped, and of characters that its font has. The font is
 * Liberation Sans (SIL Open Font License 1.1), which comes with PDFBox, may be embedded freely and
 * covers the Latin, Greek and Cyrillic scripts.
 */
final class PageText {
  /** Printed in the place of a character that the font has not. */
  private static final char MISSING = '\u25A1';

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final CmapLookup GLYPHS = glyphs();

  private PageText() {}

  /** Lets a page use the font, by the name {@code Sans}. */
  static void register(PdfRendererBuilder builder, PDDocument document) throws IOException {
    TrueTypeFont font = parsed();
    // Joined letters come out as one character when a word is searched for or copied.
    font.setEnableGsub(false);
    PDType0Font loaded = PDType0Font.load(document, font, true);
    builder.useFont(new PDFontSupplier(loaded), "Sans", 400, FontStyle.NORMAL, true);
  }

  /** The text as it may stand in an element or an attribute. */
  static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    // The font draws a letter with its accent as one.
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(each -> {
          int type = Character.getType(each);
          if (Character.isWhitespace(each) || type == Character.CONTROL) {
            safe.append(' ');
          } else if (type != Character.FORMAT) {
            element(GLYPHS.getGlyphId(each) == 0 ? MISSING : each, safe);
          }
        });
    return safe.toString();
  }

  private static void element(int each, StringBuilder safe) {
    switch (each) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> safe.appendCodePoint(each);
    }
  }

  private static TrueTypeFont parsed() throws IOException {
    InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    return new TTFParser().parse(new RandomAccessReadBuffer(file));
  }

  private static CmapLookup glyphs() {
    try (TrueTypeFont font = parsed()) {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException("the font of PDFBox cannot be read", e);
    }
  }
}
