package org.vellum.competency.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Rules are in force that were not before: results that came earlier may meet them. Announced for
 * whoever keeps the results, to judge them again learner by learner.
 *
 * @param lineItems {@code sourcedId}s of the line items that the rules name
 * @param courses {@code sourcedId}s of the courses that the rules name
 * @param after the learner up to whom it is done; empty at first
 */
public record RulesBegun(Set<String> lineItems, Set<String> courses, Optional<UUID> after) {
  /** All of them are about the one catalogue. */
  public static final String SUBJECT = "catalogue";

  public RulesBegun {
    lineItems = Set.copyOf(lineItems);
    courses = Set.copyOf(courses);
  }

  public static RulesBegun of(EvidenceRule rule) {
    return new RulesBegun(
        Set.copyOf(rule.lineItem().stream().toList()),
        Set.copyOf(rule.course().stream().toList()),
        Optional.empty());
  }

  /** What one catalogue has that another had not; empty if it has no such rule. */
  public static Optional<RulesBegun> between(CatalogueDocument before, CatalogueDocument now) {
    List<EvidenceRule> evidence =
        now.evidence().stream().filter(rule -> !before.evidence().contains(rule)).toList();
    Set<String> lineItems = new HashSet<>();
    Set<String> courses = new HashSet<>();
    evidence.forEach(rule -> {
      rule.lineItem().ifPresent(lineItems::add);
      rule.course().ifPresent(courses::add);
    });
    now.courses().stream()
        .filter(course -> !before.courses().contains(course))
        .forEach(course -> courses.add(course.courseSourcedId()));
    return lineItems.isEmpty() && courses.isEmpty()
        ? Optional.empty()
        : Optional.of(new RulesBegun(lineItems, courses, Optional.empty()));
  }

  /** The rest, once it is done up to a learner. */
  public RulesBegun after(UUID learner) {
    return new RulesBegun(lineItems, courses, Optional.of(learner));
  }
}
