package org.vellum.competency.catalogue;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.roster.Course;
import org.vellum.competency.roster.LineItem;
import org.vellum.competency.roster.Roster;
import org.vellum.contracts.Competency;
import org.vellum.platform.usecase.Component;

/** Puts together what the catalogue's pages show. */
@Component
public class CatalogueViews {
  static final int MOST_CHOICES = 100;

  private final CatalogueInForce inForce;
  private final Roster roster;
  private final Frameworks frameworks;

  @Inject
  CatalogueViews(CatalogueInForce inForce, Roster roster, Frameworks frameworks) {
    this.inForce = inForce;
    this.roster = roster;
    this.frameworks = frameworks;
  }

  /**
   * A program with its courses.
   *
   * @param program the program
   * @param courses its courses, in order
   */
  public record ProgramView(Program program, List<Course> courses) {}

  /**
   * A rule with what it evidences.
   *
   * @param id identifier of the rule
   * @param rule the rule
   * @param competency the competency; empty if its framework is not in force any more
   */
  public record RuleView(UUID id, EvidenceRule rule, Optional<Competency> competency) {}

  /**
   * A line item with the rules for it.
   *
   * @param lineItem the line item
   * @param rules what a result on it evidences, beside the rules of its course
   */
  public record LineItemView(LineItem lineItem, List<RuleView> rules) {}

  /**
   * A course with the rules for it.
   *
   * @param course the course
   * @param entry what the catalogue says of it, where it does
   * @param rules what any result in it evidences
   * @param lineItems its line items
   */
  public record CourseView(
      Course course,
      Optional<CourseEntry> entry,
      List<RuleView> rules,
      List<LineItemView> lineItems) {}

  /** The programs by their title. */
  List<ProgramView> programs() {
    Map<String, Course> courses = courses();
    return inForce.programs().values().stream()
        .sorted(Comparator.comparing(Program::title).thenComparing(Program::code))
        .map(program ->
            new ProgramView(
                program,
                program.courses().stream().filter(courses::containsKey).map(courses::get).toList()))
        .toList();
  }

  /** All courses that the catalogue or the roster has, by their title. */
  List<Course> listCourses() {
    return List.copyOf(courses().values());
  }

  private Map<String, Course> courses() {
    return roster.listCourses().stream()
        .collect(
            Collectors.toMap(
                Course::sourcedId, course -> course, (one, other) -> one, LinkedHashMap::new));
  }

  /** A course that the roster knows. */
  Optional<CourseView> findCourse(String sourcedId) {
    return roster.findCourse(sourcedId).map(this::course);
  }

  /** Competencies to choose from, that hold the text. */
  List<Competency> listCompetencies(String text) {
    return frameworks.listCompetencies(text, MOST_CHOICES);
  }

  private CourseView course(Course course) {
    Map<UUID, EvidenceRule> rules = inForce.evidence();
    return new CourseView(
        course,
        inForce.courses().values().stream()
            .filter(entry -> entry.courseSourcedId().equals(course.sourcedId()))
            .findFirst(),
        views(rules, rule -> rule.course().filter(course.sourcedId()::equals).isPresent()),
        roster.listLineItems(course.sourcedId()).stream()
            .map(item ->
                new LineItemView(
                    item,
                    views(
                        rules,
                        rule -> rule.lineItem().filter(item.sourcedId()::equals).isPresent())))
            .toList());
  }

  private List<RuleView> views(Map<UUID, EvidenceRule> rules, Predicate<EvidenceRule> which) {
    return rules.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(entry ->
            new RuleView(
                entry.getKey(),
                entry.getValue(),
                frameworks.findCompetency(entry.getValue().competency())))
        .toList();
  }
}
