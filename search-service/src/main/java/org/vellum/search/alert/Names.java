package org.vellum.search.alert;

import java.util.Optional;

/** What a search can be called. */
final class Names {
  private Names() {}

  /** What is wrong with a name. */
  static Optional<String> fault(String name) {
    String text = name.strip();
    boolean fits = !text.isEmpty() && text.length() <= SaveSearch.LONGEST_NAME;
    return fits && text.codePoints().noneMatch(Character::isISOControl)
        ? Optional.empty()
        : Optional.of("Call it something, in 1 to 100 characters.");
  }
}
