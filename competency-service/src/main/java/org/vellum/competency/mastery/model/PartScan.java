package org.vellum.competency.mastery.model;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Mastered by other competencies, whatever results there are of this one. */
final class PartScan implements Scan {
  /** Of each part; whoever wants all finds them by the part. */
  private static final int MOST_RESULTS = 10;

  private static final Comparator<Part.Held> BY_DAY =
      Comparator.comparing(Part.Held::day).thenComparing(Part.Held::achievement);

  private final List<Part> parts;
  private final Optional<Integer> needed;

  PartScan(List<Part> parts, Optional<Integer> needed) {
    this.parts = parts;
    this.needed = needed;
  }

  static List<Part> of(List<Part> parts, Part.Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).toList();
  }

  @Override
  public void add(Ground ground) {
    // What is rolled up rests on its parts alone.
  }

  @Override
  public Optional<Found> on(LocalDate day) {
    int enough = needed.orElse(parts.size());
    List<Part.Held> held =
        parts.stream()
            .flatMap(part -> part.held().stream())
            .filter(some -> !some.day().isAfter(day))
            .sorted(BY_DAY)
            .limit(enough)
            .toList();
    return enough > 0 && held.size() >= enough
        ? Optional.of(new Found(held.stream().flatMap(PartScan::basis).toList(), words(enough)))
        : Optional.empty();
  }

  private static Stream<Basis> basis(Part.Held held) {
    int all = held.basis().size();
    return held.basis().subList(Math.max(0, all - MOST_RESULTS), all).stream()
        .map(basis -> basis.through(held.achievement()));
  }

  private String words(int enough) {
    return parts.getFirst().kind() == Part.Kind.MATCH
        ? "what is an exact match of it was mastered"
        : Explanation.parts(enough, parts.size());
  }
}
