package org.vellum.competency.catalogue.pages;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.competency.catalogue.CatalogueDocument;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.CourseEntry;
import org.vellum.competency.catalogue.Prerequisite;
import org.vellum.competency.catalogue.Prerequisites;
import org.vellum.competency.catalogue.Program;
import org.vellum.competency.catalogue.Related;
import org.vellum.competency.catalogue.Relation;
import org.vellum.competency.catalogue.RelationFilter;
import org.vellum.competency.catalogue.Relations;
import org.vellum.competency.catalogue.pages.Names.PlaceName;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.KnownItems.KnownItem;
import org.vellum.competency.roster.Course;
import org.vellum.competency.roster.LineItem;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.usecase.Component;

/** Puts together what the catalogue's pages show. */
@Component
public class CatalogueViews {
  /** How many competencies a form lets choose from. */
  static final int MOST_CHOICES = 100;

  /** How many relations or programs a page lists. */
  static final int ON_A_PAGE = 50;

  private static final Comparator<RelationView> BY_ROLE =
      Comparator.comparing((RelationView view) -> view.related().relation().role())
          .thenComparing(view -> view.competency().map(KnownItem::name).orElse(""));

  private final CatalogueInForce inForce;
  private final Relations relations;
  private final Prerequisites prerequisites;
  private final Roster roster;
  private final Names names;

  @Inject
  CatalogueViews(
      CatalogueInForce inForce,
      Relations relations,
      Prerequisites prerequisites,
      Roster roster,
      Names names) {
    this.inForce = inForce;
    this.relations = relations;
    this.prerequisites = prerequisites;
    this.roster = roster;
    this.names = names;
  }

  /**
   * A program with its courses.
   *
   * @param program the program
   * @param courses its courses, in order
   */
  public record ProgramView(Program program, List<Course> courses) {}

  /**
   * A relation with both its ends.
   *
   * @param related the relation
   * @param place what is related to the competency
   * @param competency the competency; empty if no framework here has it
   */
  public record RelationView(Related related, PlaceName place, Optional<KnownItem> competency) {}

  /**
   * A prerequisite with both its ends.
   *
   * @param id its identifier
   * @param prerequisite what it says
   * @param name what comes after
   * @param requires what comes first
   */
  public record PrerequisiteView(
      UUID id, Prerequisite prerequisite, String name, String requires) {}

  /**
   * A line item with its relations.
   *
   * @param lineItem the line item
   * @param relations what it assesses, teaches and requires, beside what its course does
   */
  public record LineItemView(LineItem lineItem, List<RelationView> relations) {}

  /**
   * A course with its relations.
   *
   * @param course the course
   * @param entry what the catalogue says of it, where it does
   * @param relations what it assesses, teaches and requires
   * @param lineItems its line items
   * @param prerequisites what comes before it, and what it comes before
   */
  public record CourseView(
      Course course,
      Optional<CourseEntry> entry,
      List<RelationView> relations,
      List<LineItemView> lineItems,
      List<PrerequisiteView> prerequisites) {}

  /** The whole catalogue, as far as the audience may know of it. */
  CatalogueDocument document(Audience audience) {
    CatalogueDocument all = inForce.document();
    Set<UUID> hidden = names.hidden(all.competencies(), audience);
    return hidden.isEmpty() ? all : all.without(hidden);
  }

  /** How many programs there are. */
  int countPrograms() {
    return names.programs().size();
  }

  /** The programs by their title, a page of them. */
  List<ProgramView> programs(int offset) {
    Map<String, Course> courses =
        roster.listCourses().stream()
            .collect(
                Collectors.toMap(
                    Course::sourcedId, course -> course, (one, other) -> one, LinkedHashMap::new));
    return names.programs().stream()
        .sorted(Comparator.comparing(Program::title).thenComparing(Program::code))
        .skip(offset)
        .limit(ON_A_PAGE)
        .map(program ->
            new ProgramView(
                program,
                program.courses().stream().filter(courses::containsKey).map(courses::get).toList()))
        .toList();
  }

  /** All courses that the roster has, by their title. */
  List<Course> listCourses() {
    return roster.listCourses();
  }

  /** Competencies to choose from, that hold the text. */
  List<KnownItem> listCompetencies(String text, Audience audience) {
    return names.choices(text, audience, MOST_CHOICES);
  }

  /** Relations as a list. */
  List<RelationView> list(RelationFilter filter, int offset) {
    return views(
        relations.list(filter, ON_A_PAGE, offset),
        filter.drafts() ? Audience.REGISTRARS : Audience.EVERYONE);
  }

  /** A course that the roster knows. */
  Optional<CourseView> findCourse(String sourcedId, Audience audience) {
    return roster.findCourse(sourcedId).map(course -> course(course, audience));
  }

  /** Prerequisites by what they say for a person. */
  List<PrerequisiteView> prerequisites(Map<UUID, Prerequisite> all, Audience audience) {
    Set<UUID> named =
        all.values().stream()
            .flatMap(prerequisite -> prerequisite.competencies().stream())
            .collect(Collectors.toSet());
    Map<String, String> called = new HashMap<>();
    Set<String> courses =
        all.values().stream()
            .filter(prerequisite -> prerequisite.course().isPresent())
            .flatMap(each -> Stream.of(each.course().orElseThrow(), each.requires()))
            .collect(Collectors.toSet());
    names.courses(courses).forEach((id, course) -> called.put(id, course.title()));
    names
        .competencies(named, audience)
        .forEach((id, item) -> called.put(id.toString(), item.name()));
    Set<UUID> hidden = names.hidden(named, audience);
    return all.entrySet().stream()
        .filter(entry -> entry.getValue().competencies().stream().noneMatch(hidden::contains))
        .map(entry -> view(entry.getKey(), entry.getValue(), called))
        .toList();
  }

  private static PrerequisiteView view(
      UUID id, Prerequisite prerequisite, Map<String, String> called) {
    String subject =
        prerequisite.course().orElseGet(() -> prerequisite.competency().orElseThrow().toString());
    return new PrerequisiteView(
        id,
        prerequisite,
        called.getOrDefault(subject, subject),
        called.getOrDefault(prerequisite.requires(), prerequisite.requires()));
  }

  private CourseView course(Course course, Audience audience) {
    List<LineItem> items = roster.listLineItems(course.sourcedId());
    List<Related> all =
        relations.around(course.sourcedId(), items.stream().map(LineItem::sourcedId).toList());
    Map<String, List<RelationView>> byPlace =
        views(all, audience).stream()
            .sorted(BY_ROLE)
            .collect(Collectors.groupingBy(view -> view.related().relation().by()));
    return new CourseView(
        course,
        inForce.findCourse(course.sourcedId()),
        ofCourse(byPlace, course),
        items.stream().map(item -> new LineItemView(item, ofItem(byPlace, item))).toList(),
        prerequisites(prerequisites.around(course.sourcedId()), audience));
  }

  private static List<RelationView> ofCourse(
      Map<String, List<RelationView>> byPlace, Course course) {
    return byPlace.getOrDefault(course.sourcedId(), List.of()).stream()
        .filter(view -> view.related().relation().course().isPresent())
        .toList();
  }

  private static List<RelationView> ofItem(Map<String, List<RelationView>> byPlace, LineItem item) {
    return byPlace.getOrDefault(item.sourcedId(), List.of()).stream()
        .filter(view -> view.related().relation().lineItem().isPresent())
        .toList();
  }

  /** Of each what both ends are called; without those of which the audience must not know. */
  List<RelationView> views(Collection<Related> all, Audience audience) {
    Set<UUID> competencies =
        all.stream().map(related -> related.relation().competency()).collect(Collectors.toSet());
    Map<UUID, KnownItem> known = names.competencies(competencies, audience);
    Set<UUID> hidden = names.hidden(competencies, audience);
    Function<Relation, PlaceName> places =
        names.places(all.stream().map(Related::relation).toList());
    return all.stream()
        .filter(related -> !hidden.contains(related.relation().competency()))
        .map(related ->
            new RelationView(
                related,
                places.apply(related.relation()),
                Optional.ofNullable(known.get(related.relation().competency()))))
        .toList();
  }
}
