package org.vellum.competency.catalogue.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What requirements are judged by.
 *
 * @param competencies identifiers of the competencies attained (CASE 1.1, CFItems)
 * @param courses {@code sourcedId}s of the courses completed (OneRoster 1.2)
 * @param credits what each course earns that earns any, by its {@code sourcedId}; also of courses
 *     that are not completed
 */
public record Attained(
    Set<UUID> competencies, Set<String> courses, Map<String, BigDecimal> credits) {

  public Attained {
    competencies = Set.copyOf(competencies);
    courses = Set.copyOf(courses);
    credits = Map.copyOf(credits);
  }
}
