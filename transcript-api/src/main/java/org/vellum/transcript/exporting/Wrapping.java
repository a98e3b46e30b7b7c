package org.vellum.transcript.exporting;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines for a picture, which has no layout of its own. */
final class Wrapping {
  /** From here on scripts are written that are about twice as wide as small Latin letters. */
  private static final int WIDE = 0x1100;

  private Wrapping() {}

  /**
   * The lines of a text, broken at spaces, and within words that are longer than a line.
   *
   * @param width how many small Latin letters a line takes; a capital counts as two
   * @param most how many lines there are at most; the last of them ends with an ellipsis if more
   *     would follow
   */
  static List<String> lines(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && width(line) + 1 + width(word) <= width) {
        line.append(' ').append(word);
      } else {
        end(line, lines);
        begin(word, width, line, lines);
      }
    }
    end(line, lines);
    return lines.size() <= most ? lines : cut(lines.subList(0, most), width);
  }

  private static void begin(String word, int width, StringBuilder line, List<String> lines) {
    word.codePoints()
        .forEach(character -> {
          if (width(line) + width(character) > width) {
            end(line, lines);
          }
          line.appendCodePoint(character);
        });
  }

  private static void end(StringBuilder line, List<String> lines) {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }

  private static List<String> cut(List<String> lines, int width) {
    List<String> cut = new ArrayList<>(lines);
    String last = cut.removeLast();
    while (width(last) >= width) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    cut.add(last + "…");
    return cut;
  }

  private static int width(CharSequence text) {
    return text.codePoints().map(Wrapping::width).sum();
  }

  private static int width(int character) {
    return character < WIDE && !Character.isUpperCase(character) ? 1 : 2;
  }
}
