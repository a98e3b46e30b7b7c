package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.usecase.Component;

/** Finds what a catalogue refers to and neither the roster nor a framework knows. */
@Component
public class References {
  private final Roster roster;
  private final Frameworks frameworks;

  @Inject
  References(Roster roster, Frameworks frameworks) {
    this.roster = roster;
    this.frameworks = frameworks;
  }

  /** Adds a finding for each reference of the document that leads nowhere. */
  void check(CatalogueDocument document, Findings findings) {
    Set<String> unknownCourses = roster.unknownCourses(courses(document));
    for (int i = 0; i < document.programs().size(); i++) {
      List<String> courses = document.programs().get(i).courses();
      for (int j = 0; j < courses.size(); j++) {
        if (unknownCourses.contains(courses.get(j))) {
          unknown("course", "/programs/" + i + "/courses/" + j, findings);
        }
      }
    }
    Set<String> unknownCategories =
        roster.unknownCategories(
            document.courses().stream()
                .map(course -> course.completedBy().category())
                .collect(Collectors.toSet()));
    for (int i = 0; i < document.courses().size(); i++) {
      CourseEntry course = document.courses().get(i);
      if (unknownCourses.contains(course.courseSourcedId())) {
        unknown("course", "/courses/" + i + "/courseSourcedId", findings);
      }
      if (unknownCategories.contains(course.completedBy().category())) {
        unknown("category", "/courses/" + i + "/completedBy/category", findings);
      }
    }
    checkRules(document.evidence(), "/evidence/", unknownCourses, findings);
  }

  /** Adds a finding for each reference of one rule that leads nowhere. */
  void check(EvidenceRule rule, Findings findings) {
    Set<String> unknownCourses = roster.unknownCourses(rule.course().stream().toList());
    checkRules(List.of(rule), "", unknownCourses, findings);
  }

  private void checkRules(
      List<EvidenceRule> rules, String place, Set<String> unknownCourses, Findings findings) {
    Set<String> unknownLineItems =
        roster.unknownLineItems(
            rules.stream().flatMap(rule -> rule.lineItem().stream()).collect(Collectors.toSet()));
    Map<UUID, Boolean> known = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      EvidenceRule rule = rules.get(i);
      String pointer = place.isEmpty() ? "" : place + i;
      if (rule.course().filter(unknownCourses::contains).isPresent()) {
        unknown("course", pointer + "/course", findings);
      }
      if (rule.lineItem().filter(unknownLineItems::contains).isPresent()) {
        unknown("line item", pointer + "/lineItem", findings);
      }
      if (!known.computeIfAbsent(rule.competency(), frameworks::knowsItem)) {
        unknown("competency", pointer + "/competency", findings);
      }
    }
  }

  private static Set<String> courses(CatalogueDocument document) {
    return Stream.of(
            document.programs().stream().flatMap(program -> program.courses().stream()),
            document.courses().stream().map(CourseEntry::courseSourcedId),
            document.evidence().stream().flatMap(rule -> rule.course().stream()))
        .flatMap(courses -> courses)
        .collect(Collectors.toSet());
  }

  private static void unknown(String kind, String pointer, Findings findings) {
    findings.error(kind.replace(' ', '-') + "-unknown", pointer, "no such " + kind + " is known");
  }
}
