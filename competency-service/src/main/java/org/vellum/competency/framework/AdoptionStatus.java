package org.vellum.competency.framework;

import java.util.Locale;
import java.util.Map;

/**
 * The words for how far a framework is adopted (CASE 1.1, implementation guide, section 4.2). A
 * framework without any is one that its publisher gave to the public.
 */
public final class AdoptionStatus {
  public static final String DRAFT = "Draft";
  public static final String IMPLEMENTED = "Implemented";
  public static final String RETIRED = "Retired";

  /** The old words still stand in most published frameworks. */
  private static final Map<String, String> NOW =
      Map.of(
          "draft", DRAFT,
          "private draft", DRAFT,
          "pending implementation", "Pending Implementation",
          "implemented", IMPLEMENTED,
          "adopted", IMPLEMENTED,
          "retired", RETIRED,
          "deprecated", RETIRED);

  private AdoptionStatus() {}

  /** The word of today for a word of yesterday; a word that the guide does not know stays. */
  public static String current(String word) {
    return NOW.getOrDefault(word.strip().toLowerCase(Locale.ROOT), word);
  }

  /** Whether a word says that the framework is private. */
  public static boolean isDraft(String word) {
    return current(word).equals(DRAFT);
  }
}
