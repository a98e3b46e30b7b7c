package org.vellum.search.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A skill that is asked for.
 *
 * @param text words, or the address of a CFItem
 * @param percent the least result on which it must rest, in percent; 0 asks for none
 * @param occupation the occupation as one of whose skills it is asked for
 */
public record Wanted(String text, int percent, Optional<String> occupation) {
  /** The longest text that is looked up. */
  static final int LONGEST = 200;

  private static final int ALL = 100;
  private static final Pattern LEVEL = Pattern.compile("[\\s,;:]+(?:at least )?(\\d{1,3}) ?%$");

  /** A skill that is asked for by itself. */
  public Wanted(String text, int percent) {
    this(text, percent, Optional.empty());
  }

  /**
   * A skill as somebody writes it in a line: {@code Writes a query}, or {@code Writes a query, 80
   * %}.
   */
  public static Wanted parse(String line) {
    // A line that is much too long is not looked through; that it is too long is said later.
    String text = line.strip();
    Matcher level = LEVEL.matcher(text.length() > 2 * LONGEST ? "" : text);
    if (level.find()) {
      return new Wanted(text.substring(0, level.start()), Integer.parseInt(level.group(1)));
    }
    return new Wanted(text, 0);
  }

  /** What is wrong with it. */
  Optional<String> fault() {
    if (text.length() > LONGEST) {
      return Optional.of("A skill is asked for in at most " + LONGEST + " characters.");
    }
    if (percent > ALL) {
      return Optional.of("A level is at most 100 %.");
    }
    return Optional.empty();
  }
}
