package org.vellum.search.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody who is typing has written so far. */
public final class Beginnings {
  private static final int MOST_WORDS = 10;

  private Beginnings() {}

  /**
   * A text search query in which every word has begun; only letters and digits come through. Empty
   * where there is none.
   */
  public static String of(String typed) {
    return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> "'" + word + "':*")
        .collect(Collectors.joining(" & "));
  }
}
