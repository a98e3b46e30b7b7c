package org.vellum.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vellum.search.occupation.Occupations;

/**
 * What an employer asks.
 *
 * @param required skills of which all must be shown
 * @param nice skills of which some should be shown
 * @param atLeast how many of the latter must be
 * @param filters to whom it is narrowed
 * @param occupation an occupation whose skills are nice to have too, at least one of them all
 */
public record SkillQuery(
    List<Wanted> required,
    List<Wanted> nice,
    int atLeast,
    Filters filters,
    Optional<String> occupation) {
  /** How many skills can be asked for at once. */
  public static final int MOST = 10;

  private static final int LONGEST_FILTER = 200;

  public SkillQuery {
    required = List.copyOf(required);
    nice = List.copyOf(nice);
  }

  /** Without an occupation. */
  public SkillQuery(List<Wanted> required, List<Wanted> nice, int atLeast, Filters filters) {
    this(required, nice, atLeast, filters, Optional.empty());
  }

  /** All skills, those that must be shown first. */
  public List<Wanted> all() {
    return Stream.concat(required.stream(), nice.stream()).toList();
  }

  /** What is wrong with it, in sentences. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    int asked = required.size() + nice.size();
    if (asked == 0 && occupation.isEmpty()) {
      faults.add("Ask for at least one skill: people are found by what they can do.");
    }
    if (occupation.filter(text -> text.length() > Wanted.LONGEST).isPresent()) {
      faults.add("An occupation is asked for in at most " + Wanted.LONGEST + " characters.");
    }
    if (asked > MOST) {
      faults.add("Ask for at most " + MOST + " skills at once.");
    }
    int some = nice.size() + (occupation.isPresent() ? Occupations.SKILLS : 0);
    if (atLeast < 0 || atLeast > some) {
      faults.add("Of the skills that are nice to have, as many can be asked for as there are.");
    }
    all().stream()
        .limit(MOST)
        .map(Wanted::fault)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(faults::add);
    if (Stream.of(filters.program(), filters.issuer(), filters.region(), filters.level())
        .flatMap(Optional::stream)
        .anyMatch(each -> each.length() > LONGEST_FILTER)) {
      faults.add("A program, level, institution or region has at most 200 characters.");
    }
    return faults;
  }
}
