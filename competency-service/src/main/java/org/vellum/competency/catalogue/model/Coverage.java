package org.vellum.competency.catalogue.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How far a program covers what it requires.
 *
 * @param competencies each competency that is required, in the order of the requirements
 * @param courses each course that is required, in the order of the requirements
 * @param unreachable groups that stay unfulfilled even by somebody who attains all that they name
 */
public record Coverage(
    List<Competency> competencies, List<Course> courses, List<Requirement> unreachable) {

  public Coverage {
    competencies = List.copyOf(competencies);
    courses = List.copyOf(courses);
    unreachable = List.copyOf(unreachable);
  }

  /**
   * A required competency.
   *
   * @param competency identifier of the CFItem (CASE 1.1)
   * @param elective whether it is only one of several from which is chosen
   * @param threshold the share of the scale that the program requires, where it does
   * @param taught where the program teaches it
   * @param assessed where the program assesses it
   * @param elsewhere where it is taught or assessed outside of the program
   * @param below how far the competencies below it cover it; empty if there are none
   * @param holes what keeps it from being attained
   */
  public record Competency(
      UUID competency,
      boolean elective,
      Optional<BigDecimal> threshold,
      List<Offer> taught,
      List<Offer> assessed,
      List<Offer> elsewhere,
      Optional<Below> below,
      Set<Hole> holes) {

    public Competency {
      taught = List.copyOf(taught);
      assessed = List.copyOf(assessed);
      elsewhere = List.copyOf(elsewhere);
      holes = holes.isEmpty() ? Set.of() : Collections.unmodifiableSet(holes);
    }
  }

  /**
   * How far a competency is covered by those below it ({@code isChildOf}, CASE 1.1). It is, if each
   * of its children is, by itself or by its own children.
   *
   * @param taught whether they are all taught in the program
   * @param assessed whether they are all assessed there, high enough for what is required
   * @param offers where any competency below it is taught or assessed in the program
   */
  public record Below(boolean taught, boolean assessed, List<Offer> offers) {
    public Below {
      offers = List.copyOf(offers);
    }
  }

  /**
   * A required course.
   *
   * @param course {@code sourcedId} of the course (OneRoster 1.2)
   * @param elective whether it is only one of several from which is chosen
   * @param holes what keeps it from being completed
   */
  public record Course(String course, boolean elective, Set<Hole> holes) {
    public Course {
      holes = holes.isEmpty() ? Set.of() : Collections.unmodifiableSet(holes);
    }
  }

  /**
   * A program and all that is known around it, on one day.
   *
   * @param code its code
   * @param courses {@code sourcedId}s of its courses
   * @param requirement what it requires, if that is said
   * @param required what relations say that it requires beside, with the threshold
   * @param below of each competency those directly below it, as far as they are in force
   * @param offers where competencies are taught and assessed, those below too, in the program and
   *     elsewhere
   * @param standing what is wrong with competencies: {@code DRAFT}, {@code RETIRED}, {@code
   *     UNKNOWN}; those with which nothing is wrong are absent
   * @param known {@code sourcedId}s of the courses that the roster has
   * @param completed credits of the courses of which the catalogue says what completes them, by
   *     {@code sourcedId}; zero if they earn none
   */
  public record Program(
      String code,
      Set<String> courses,
      Optional<Requirement> requirement,
      Map<UUID, Optional<BigDecimal>> required,
      Map<UUID, List<UUID>> below,
      Collection<Offer> offers,
      Map<UUID, Hole> standing,
      Set<String> known,
      Map<String, BigDecimal> completed) {}

  /** Looks at a program. */
  public static Coverage of(Program program) {
    Map<UUID, Boolean> competencies = new LinkedHashMap<>();
    Map<String, Boolean> courses = new LinkedHashMap<>();
    program.requirement().ifPresent(root -> collect(root, false, competencies, courses));
    program.required().keySet().stream()
        .sorted()
        .forEach(competency -> competencies.put(competency, false));
    Set<String> within = new LinkedHashSet<>(program.courses());
    within.addAll(courses.keySet());
    Offers offers = Offers.of(program, within);
    return new Coverage(
        competencies.entrySet().stream()
            .map(entry -> competency(entry.getKey(), entry.getValue(), program, offers))
            .toList(),
        courses.entrySet().stream()
            .map(entry -> course(entry.getKey(), entry.getValue(), program))
            .toList(),
        program.requirement().map(root -> unreachable(root, program)).orElse(List.of()));
  }

  /** What stands below a choice is elective, unless it also stands outside of any. */
  private static void collect(
      Requirement node,
      boolean choice,
      Map<UUID, Boolean> competencies,
      Map<String, Boolean> courses) {
    switch (node) {
      case Requirement.OfCompetency one ->
          competencies.merge(one.competency(), choice, Boolean::logicalAnd);
      case Requirement.OfCourse one -> courses.merge(one.course(), choice, Boolean::logicalAnd);
      case Requirement.Group group -> {
        boolean below = choice || !(group instanceof Requirement.AllOf);
        group.members().forEach(member -> collect(member, below, competencies, courses));
      }
    }
  }

  private static Competency competency(UUID id, boolean elective, Program program, Offers offers) {
    Optional<BigDecimal> needed = program.required().getOrDefault(id, Optional.empty());
    List<Offer> assessed = offers.assessed(id);
    Optional<Below> below = offers.below(id, needed);
    Set<Hole> holes = EnumSet.noneOf(Hole.class);
    Optional.ofNullable(program.standing().get(id)).ifPresent(holes::add);
    if (offers.taught(id).isEmpty() && below.filter(Below::taught).isEmpty()) {
      holes.add(Hole.NOT_TAUGHT);
    }
    if (!offers.isAttainable(id) && below.filter(Below::assessed).isEmpty()) {
      holes.add(assessed.isEmpty() ? Hole.NOT_ASSESSED : Hole.NO_THRESHOLD);
    }
    if (offers.isTooLow(id, needed)) {
      holes.add(Hole.THRESHOLD_TOO_LOW);
    }
    return new Competency(
        id, elective, needed, offers.taught(id), assessed, offers.elsewhere(id), below, holes);
  }

  private static Course course(String id, boolean elective, Program program) {
    Set<Hole> holes = EnumSet.noneOf(Hole.class);
    if (!program.known().contains(id)) {
      holes.add(Hole.UNKNOWN);
    }
    if (!program.completed().containsKey(id)) {
      holes.add(Hole.NOT_COMPLETABLE);
    }
    return new Course(id, elective, holes);
  }

  private static List<Requirement> unreachable(Requirement root, Program program) {
    Set<UUID> competencies = new LinkedHashSet<>();
    Set<String> courses = new LinkedHashSet<>();
    root.all()
        .forEach(node -> {
          if (node instanceof Requirement.OfCompetency one) {
            competencies.add(one.competency());
          } else if (node instanceof Requirement.OfCourse one) {
            courses.add(one.course());
          }
        });
    Attained everything = new Attained(competencies, courses, program.completed());
    return Fulfilment.of(root, everything)
        .all()
        .filter(one -> !one.fulfilled())
        .map(Fulfilment::requirement)
        .toList();
  }
}
