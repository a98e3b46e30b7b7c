package org.vellum.credentials.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Loss;

/** Writes texts of a record into the page: escaped, and with a note of what cannot be printed. */
final class PageText {
  /** Printed in the place of a character that the fonts have not. */
  static final char MISSING = '\u25A1';

  private final List<Loss> losses = new ArrayList<>();
  private final Set<Integer> missing = new HashSet<>();

  /** The text as it may stand in an element or an attribute. */
  String safe(String place, @Nullable String text) {
    StringBuilder safe = new StringBuilder();
    printable(place, text).codePoints().forEach(each -> element(each, safe));
    return safe.toString();
  }

  /** The text as a string of CSS, quotes included. */
  String cssString(String place, @Nullable String text) {
    StringBuilder safe = new StringBuilder("\"");
    printable(place, text)
        .codePoints()
        .forEach(each -> {
          if (Character.isLetterOrDigit(each)) {
            safe.appendCodePoint(each);
          } else {
            safe.append(String.format(Locale.ROOT, "\\%06x", each));
          }
        });
    return safe.append('"').toString();
  }

  /** A loss for each character that was not printed, at the first place where it stands. */
  List<Loss> losses() {
    return losses;
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

  /** Fonts draw a letter with its accent as one; what turns the direction of writing is no text. */
  private String printable(String place, @Nullable String text) {
    StringBuilder printable = new StringBuilder();
    Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(each -> {
          int type = Character.getType(each);
          if (Character.isWhitespace(each) || type == Character.CONTROL) {
            printable.append(' ');
          } else if (type != Character.FORMAT) {
            printable.appendCodePoint(Fonts.has(each) ? each : missing(place, each));
          }
        });
    return printable.toString();
  }

  private int missing(String place, int character) {
    if (missing.add(character)) {
      String name = String.format(Locale.ROOT, "U+%04X", character);
      losses.add(
          new Loss(place, name, "not printed: the fonts of the page have no such character"));
    }
    return MISSING;
  }
}
