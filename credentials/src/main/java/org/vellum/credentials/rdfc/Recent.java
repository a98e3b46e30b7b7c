package org.vellum.credentials.rdfc;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The terms that were put lately, by their texts: issuers, dates and names come again and again in
 * a record. A text whose place is taken drives the older one out, so whatever strangers choose
 * costs no more than a look.
 */
final class Recent {
  private static final int PLACES = 256;

  private final @Nullable String[] texts = new String[PLACES];
  private final @Nullable Object[] ends = new Object[PLACES];
  private final int[] terms = new int[PLACES];

  /**
   * The number of a term; -1 if it is not known here.
   *
   * @param end what stands behind the text; another array is another end
   */
  @SuppressWarnings("ReferenceEquality")
  int find(String text, byte[] end) {
    int place = place(text);
    return ends[place] == end && text.equals(texts[place]) ? terms[place] : -1;
  }

  /** Keeps a term and returns it. */
  int keep(String text, byte[] end, int term) {
    int place = place(text);
    texts[place] = text;
    ends[place] = end;
    terms[place] = term;
    return term;
  }

  void clear() {
    Arrays.fill(texts, null);
    Arrays.fill(ends, null);
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 15)) & (PLACES - 1);
  }
}
