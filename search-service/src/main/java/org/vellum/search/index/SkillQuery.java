package org.vellum.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an employer asks.
 *
 * @param required skills of which all must be shown
 * @param nice skills of which some should be shown
 * @param atLeast how many of the latter must be
 * @param filters to whom it is narrowed
 */
public record SkillQuery(List<Wanted> required, List<Wanted> nice, int atLeast, Filters filters) {
  /** How many skills can be asked for at once. */
  public static final int MOST = 10;

  private static final int LONGEST_FILTER = 200;

  public SkillQuery {
    required = List.copyOf(required);
    nice = List.copyOf(nice);
  }

  /** All skills, those that must be shown first. */
  public List<Wanted> all() {
    return Stream.concat(required.stream(), nice.stream()).toList();
  }

  /** What is wrong with it, in sentences. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    int asked = required.size() + nice.size();
    if (asked == 0) {
      faults.add("Ask for at least one skill: people are found by what they can do.");
    }
    if (asked > MOST) {
      faults.add("Ask for at most " + MOST + " skills at once.");
    }
    if (atLeast < 0 || atLeast > nice.size()) {
      faults.add("Of the skills that are nice to have, as many can be asked for as there are.");
    }
    all().stream()
        .limit(MOST)
        .map(Wanted::fault)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(faults::add);
    if (Stream.of(filters.program(), filters.issuer(), filters.region())
        .flatMap(Optional::stream)
        .anyMatch(each -> each.length() > LONGEST_FILTER)) {
      faults.add("A program, institution or region has at most 200 characters.");
    }
    return faults;
  }
}
