package org.vellum.competency.catalogue.change;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.competency.catalogue.CatalogueDocument;
import org.vellum.competency.catalogue.CourseEntry;
import org.vellum.competency.catalogue.Prerequisite;
import org.vellum.competency.catalogue.Program;
import org.vellum.competency.catalogue.Relation;
import org.vellum.competency.catalogue.Requirements;
import org.vellum.competency.catalogue.model.Circle;
import org.vellum.competency.catalogue.model.Requirement;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.KnownItems;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.usecase.Component;

/**
 * Finds what a catalogue refers to and neither the roster nor a framework knows, and prerequisites
 * that lead in a circle.
 */
@Component
public class References {
  private static final int NAMED = 20;

  private final Roster roster;
  private final KnownItems items;

  @Inject
  public References(Roster roster, KnownItems items) {
    this.roster = roster;
    this.items = items;
  }

  /** What is referred to, each with the places where it is. */
  private static final class Named {
    private final Map<String, List<String>> programs = new HashMap<>();
    private final Map<String, List<String>> courses = new HashMap<>();
    private final Map<String, List<String>> lineItems = new HashMap<>();
    private final Map<String, List<String>> categories = new HashMap<>();
    private final Map<UUID, List<String>> competencies = new HashMap<>();

    static <T> void add(Map<T, List<String>> names, T name, String pointer) {
      names.computeIfAbsent(name, unseen -> new ArrayList<>()).add(pointer);
    }

    void relation(Relation relation, String pointer) {
      relation.program().ifPresent(name -> add(programs, name, pointer + "/program"));
      relation.course().ifPresent(name -> add(courses, name, pointer + "/course"));
      relation.lineItem().ifPresent(name -> add(lineItems, name, pointer + "/lineItem"));
      add(competencies, relation.competency(), pointer + "/competency");
    }

    void prerequisite(Prerequisite prerequisite, String pointer) {
      prerequisite
          .course()
          .ifPresent(name -> {
            add(courses, name, pointer + "/course");
            add(courses, prerequisite.requires(), pointer + "/requires");
          });
      prerequisite
          .competency()
          .ifPresent(name -> {
            add(competencies, name, pointer + "/competency");
            add(competencies, UUID.fromString(prerequisite.requires()), pointer + "/requires");
          });
    }

    void requirements(List<Requirements> all, String pointer) {
      for (int i = 0; i < all.size(); i++) {
        requirement(all.get(i).requirement(), pointer + "/" + i + "/requirement");
      }
    }

    private void requirement(Requirement node, String pointer) {
      switch (node) {
        case Requirement.OfCompetency one ->
            add(competencies, one.competency(), pointer + "/competency");
        case Requirement.OfCourse one -> add(courses, one.course(), pointer + "/course");
        case Requirement.AllOf group -> members(group, pointer + "/allOf");
        case Requirement.NOf group -> members(group, pointer + "/nOf");
        case Requirement.CreditsFrom group -> members(group, pointer + "/creditsFrom");
      }
    }

    private void members(Requirement group, String pointer) {
      for (int i = 0; i < group.members().size(); i++) {
        requirement(group.members().get(i), pointer + "/" + i);
      }
    }
  }

  /**
   * Adds a finding for each reference of the document that leads nowhere.
   *
   * @param places where its relations stood
   */
  void check(CatalogueDocument document, Map<Relation, String> places, Findings findings) {
    Named named = new Named();
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < document.programs().size(); i++) {
      Program program = document.programs().get(i);
      codes.add(program.code());
      for (int j = 0; j < program.courses().size(); j++) {
        Named.add(named.courses, program.courses().get(j), "/programs/" + i + "/courses/" + j);
      }
      named.requirements(program.requirements(), "/programs/" + i + "/requirements");
    }
    for (int i = 0; i < document.courses().size(); i++) {
      CourseEntry course = document.courses().get(i);
      String pointer = "/courses/" + i;
      Named.add(named.courses, course.courseSourcedId(), pointer + "/courseSourcedId");
      Named.add(
          named.categories, course.completedBy().category(), pointer + "/completedBy/category");
    }
    document
        .allRelations()
        .forEach(relation -> named.relation(relation, places.getOrDefault(relation, "")));
    for (int i = 0; i < document.prerequisites().size(); i++) {
      named.prerequisite(document.prerequisites().get(i), "/prerequisites/" + i);
    }
    check(named, codes, findings);
    circle(document.prerequisites(), "/prerequisites", findings);
  }

  /**
   * Adds a finding for each reference of one relation that leads nowhere.
   *
   * @param codes the codes of the programs in force
   */
  void check(Relation relation, Set<String> codes, Findings findings) {
    Named named = new Named();
    named.relation(relation, "");
    check(named, codes, findings);
  }

  /** Adds a finding for each reference of one program's requirements that leads nowhere. */
  void check(List<Requirements> requirements, Findings findings) {
    Named named = new Named();
    named.requirements(requirements, "");
    check(named, Set.of(), findings);
  }

  /**
   * Adds a finding for each reference of one prerequisite that leads nowhere, and for a circle.
   *
   * @param others those that would be in force beside it
   */
  void check(Prerequisite prerequisite, Collection<Prerequisite> others, Findings findings) {
    Named named = new Named();
    named.prerequisite(prerequisite, "");
    check(named, Set.of(), findings);
    if (findings.isEmpty()) {
      List<Prerequisite> all = new ArrayList<>(others);
      all.add(prerequisite);
      circle(all, "/requires", findings);
    }
  }

  private void check(Named named, Set<String> codes, Findings findings) {
    Set<String> unknownPrograms = new HashSet<>(named.programs.keySet());
    unknownPrograms.removeAll(codes);
    unknown("program", unknownPrograms, named.programs, findings);
    unknown("course", roster.unknownCourses(named.courses.keySet()), named.courses, findings);
    unknown(
        "line item", roster.unknownLineItems(named.lineItems.keySet()), named.lineItems, findings);
    unknown(
        "category",
        roster.unknownCategories(named.categories.keySet()),
        named.categories,
        findings);
    Set<UUID> competencies = new HashSet<>(named.competencies.keySet());
    competencies.removeAll(known(competencies).keySet());
    unknown("competency", competencies, named.competencies, findings);
  }

  /** Of drafts, too: only registrars change the catalogue. Retired or not is not asked. */
  private Map<UUID, KnownItems.KnownItem> known(Collection<UUID> competencies) {
    return items.find(competencies, Audience.REGISTRARS, LocalDate.EPOCH);
  }

  private static <T> void unknown(
      String kind, Set<T> unknown, Map<T, List<String>> named, Findings findings) {
    unknown.stream()
        .flatMap(name -> named.getOrDefault(name, List.of()).stream())
        .sorted()
        .forEach(pointer ->
            findings.error(
                kind.replace(' ', '-') + "-unknown", pointer, "no such " + kind + " is known"));
  }

  private void circle(Collection<Prerequisite> all, String pointer, Findings findings) {
    Optional<List<String>> circle = Circle.find(all.stream().map(Prerequisite::step).toList());
    circle.ifPresent(found ->
        findings.error(
            "circle",
            pointer,
            "prerequisites lead in a circle: "
                + found.stream().limit(NAMED).map(this::name).collect(Collectors.joining(" → "))
                + (found.size() > NAMED ? " → …" : "")));
  }

  private String name(String step) {
    String id = step.substring(step.indexOf(' ') + 1);
    return step.startsWith("course ")
        ? roster.findCourse(id).map(course -> course.code().orElse(course.title())).orElse(id)
        : Optional.ofNullable(known(Set.of(UUID.fromString(id))).get(UUID.fromString(id)))
            .map(KnownItems.KnownItem::name)
            .orElse(id);
  }
}
