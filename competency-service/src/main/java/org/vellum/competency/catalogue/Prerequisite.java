package org.vellum.competency.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.catalogue.model.Circle;
import org.vellum.competency.catalogue.model.Period;

/**
 * A course comes after another course, or a competency after another competency. Exactly one of the
 * two is named.
 *
 * @param course {@code sourcedId} of the course that comes after (OneRoster 1.2)
 * @param competency identifier of the CFItem that comes after (CASE 1.1)
 * @param requires what comes first, named in the same way
 * @param from first day on which it holds
 * @param to first day on which it holds no more
 */
public record Prerequisite(
    Optional<String> course,
    Optional<UUID> competency,
    String requires,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  /** When it holds. */
  public Period period() {
    return new Period(from, to);
  }

  public Prerequisite during(Period period) {
    return new Prerequisite(course, competency, requires, period.from(), period.to());
  }

  public Prerequisite pair() {
    return during(Period.ALWAYS);
  }

  /** A step along prerequisites. The names of courses and of competencies cannot meet. */
  public Circle.Step<String> step() {
    return course
        .map(name -> new Circle.Step<>("course " + name, "course " + requires, period()))
        .orElseGet(() ->
            new Circle.Step<>(
                "competency " + competency.orElseThrow(), "competency " + requires, period()));
  }

  /** Both competencies, if it is about competencies. */
  public List<UUID> competencies() {
    return competency.map(name -> List.of(name, UUID.fromString(requires))).orElse(List.of());
  }
}
