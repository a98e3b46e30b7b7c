package org.vellum.competency.framework.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How values are written in cells, such that each is read back as it was.
 *
 * <p>A value that a spreadsheet could take for a formula is led by an apostrophe (OWASP, CSV
 * injection), and so is one that begins with an apostrophe; an apostrophe alone is the empty text,
 * which differs from no value. In a list the elements are parted by {@code |}, which inside of an
 * element is led by a backslash.
 */
final class CellText {
  private static final Pattern GUARDED =
      Pattern.compile(
          "[\\s\\uFEFF]*[=+\\-@'\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|[\\t\\r\\n].*", Pattern.DOTALL);
  private static final String NO_TEXT = "\\-";

  private CellText() {}

  /** A value as it stands in a cell. */
  static String cell(String value) {
    return value.isEmpty() || GUARDED.matcher(value).matches() ? "'" + value : value;
  }

  /** The value of a cell; empty if the cell holds none. */
  static Optional<String> value(String cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    if (cell.charAt(0) != '\'') {
      return Optional.of(cell);
    }
    String rest = cell.substring(1);
    return Optional.of(rest.isEmpty() || GUARDED.matcher(rest).matches() ? rest : cell);
  }

  /** A list as one value. */
  static String joined(List<String> elements) {
    List<String> escaped = new ArrayList<>();
    for (String element : elements) {
      escaped.add(element.isEmpty() ? NO_TEXT : element.replace("\\", "\\\\").replace("|", "\\|"));
    }
    return String.join("|", escaped);
  }

  /** The elements of a list; blanks around a hand-written separator are not part of them. */
  static List<String> parted(String value) {
    List<String> elements = new ArrayList<>();
    if (value.isEmpty()) {
      return elements;
    }
    StringBuilder element = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < value.length(); i++) {
      char next = value.charAt(i);
      if (escaped) {
        // The mark of an empty text adds nothing.
        element.append(next == '-' ? "" : next);
        escaped = false;
      } else if (next == '\\') {
        escaped = true;
      } else if (next == '|') {
        elements.add(element.toString());
        element.setLength(0);
      } else {
        element.append(next);
      }
    }
    elements.add(element.toString());
    return elements;
  }

  private static final Pattern CODED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** What XML cannot hold, as ST_Xstring writes it (ECMA-376, part 1, section 22.9.2.19). */
  static String coded(String text) {
    StringBuilder coded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      boolean looksCoded =
          next == '_' && CODED.matcher(text).region(i, Math.min(text.length(), i + 7)).matches();
      boolean forbidden =
          (next < ' ' && next != '\t' && next != '\n') || next == '\uFFFE' || next == '\uFFFF';
      if (looksCoded || forbidden) {
        coded.append(String.format(Locale.ROOT, "_x%04X_", (int) next));
      } else {
        coded.append(next);
      }
    }
    return coded.toString();
  }

  static String decoded(String text) {
    Matcher matcher = CODED.matcher(text);
    return text.indexOf("_x") < 0
        ? text
        : matcher.replaceAll(found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
