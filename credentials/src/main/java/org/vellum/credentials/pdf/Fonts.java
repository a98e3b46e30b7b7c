package org.vellum.credentials.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Source Sans 3 and Source Serif 4 (SIL Open Font License 1.1), which may be embedded freely and
 * cover the Latin, Greek and Cyrillic scripts.
 */
final class Fonts {
  private static final String SANS = "SourceSans3-Regular.ttf";
  private static final CmapLookup GLYPHS = glyphs();

  private Fonts() {}

  static void register(PdfRendererBuilder builder, PDDocument document) throws IOException {
    add(builder, document, SANS, "Sans", 400);
    add(builder, document, "SourceSans3-Semibold.ttf", "Sans", 700);
    add(builder, document, "SourceSerif4Display-Regular.ttf", "Serif", 400);
  }

  /** Whether the character can be printed. */
  static boolean has(int character) {
    return GLYPHS.getGlyphId(character) != 0;
  }

  private static void add(
      PdfRendererBuilder builder, PDDocument document, String name, String family, int weight)
      throws IOException {
    TrueTypeFont font = parsed(name);
    // Joined letters come out as one character when a name is searched for or copied.
    font.setEnableGsub(false);
    PDType0Font loaded = PDType0Font.load(document, font, true);
    builder.useFont(new PDFontSupplier(loaded), family, weight, FontStyle.NORMAL, true);
  }

  private static TrueTypeFont parsed(String name) throws IOException {
    InputStream file = Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name);
    return new TTFParser().parse(new RandomAccessReadBuffer(file));
  }

  private static CmapLookup glyphs() {
    try (TrueTypeFont font = parsed(SANS)) {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException("a font of this library cannot be read", e);
    }
  }
}
