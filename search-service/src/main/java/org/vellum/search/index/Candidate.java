package org.vellum.search.index;

import java.util.Comparator;
import java.util.UUID;

/**
 * Somebody whom an index names for a search, and where in its order they stand: who has more points
 * stands first, of equals the one whose profile is the smaller when written in hexadecimal.
 *
 * @param profile by what employers know them
 * @param score their points, as far as the index knows
 */
public record Candidate(UUID profile, long score) {
  /** Who stands first comes first. */
  public static final Comparator<Candidate> ORDER =
      Comparator.comparingLong(Candidate::score)
          .reversed()
          .thenComparing(candidate -> candidate.profile().toString());
}
