package org.vellum.search.index;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody is called who does not show a name. */
public final class Pseudonyms {
  private static final int LETTERS = 6;

  private Pseudonyms() {}

  /**
   * The name that is shown.
   *
   * @param profile random, so that nothing of the learner is in the pseudonym
   * @param shownName the name, where the learner shows it
   */
  public static String nameOf(UUID profile, @Nullable String shownName) {
    return shownName == null
        ? "Learner " + profile.toString().substring(0, LETTERS).toUpperCase(Locale.ROOT)
        : shownName;
  }
}
