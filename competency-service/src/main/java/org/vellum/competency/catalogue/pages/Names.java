package org.vellum.competency.catalogue.pages;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.Program;
import org.vellum.competency.catalogue.Relation;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.KnownItems;
import org.vellum.competency.framework.KnownItems.KnownItem;
import org.vellum.competency.roster.Course;
import org.vellum.competency.roster.LineItem;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.usecase.Component;

/** What programs, courses, line items and competencies are called. */
@Component
public class Names {
  private final Roster roster;
  private final KnownItems items;
  private final CatalogueInForce inForce;
  private final Clock clock;

  @Inject
  Names(Roster roster, KnownItems items, CatalogueInForce inForce, Clock clock) {
    this.roster = roster;
    this.items = items;
    this.inForce = inForce;
    this.clock = clock;
  }

  /**
   * A place as a page names it.
   *
   * @param kind {@code program}, {@code course} or {@code line item}
   * @param name its title
   * @param code its code; of a line item, that of its course, or else the course's title
   * @param target by what its page is asked for: the code of a program, or the {@code sourcedId} of
   *     a course, also for a line item; empty if there is no page
   */
  public record PlaceName(String kind, String name, String code, String target) {}

  /** The places of some relations, by what the relations name them. */
  Function<Relation, PlaceName> places(Collection<Relation> relations) {
    Map<String, Course> courses =
        courses(relations.stream().flatMap(relation -> relation.course().stream()).toList());
    Set<String> named = new HashSet<>();
    relations.forEach(relation -> relation.lineItem().ifPresent(named::add));
    Map<String, LineItem> lineItems = lineItems(named);
    Map<String, PlaceName> programs = new HashMap<>();
    relations.stream()
        .flatMap(relation -> relation.program().stream())
        .distinct()
        .forEach(code ->
            programs.put(
                code,
                new PlaceName(
                    "program",
                    inForce.findProgram(code).map(found -> found.getValue().title()).orElse(code),
                    code,
                    code)));
    return relation ->
        relation
            .program()
            .map(code -> programs.getOrDefault(code, new PlaceName("program", code, code, "")))
            .or(() -> relation.course().map(id -> course(id, courses)))
            .orElseGet(() -> lineItem(relation.lineItem().orElseThrow(), lineItems));
  }

  Map<String, LineItem> lineItems(Collection<String> sourcedIds) {
    return roster.findLineItems(sourcedIds).stream()
        .collect(Collectors.toMap(LineItem::sourcedId, Function.identity()));
  }

  private static PlaceName course(String id, Map<String, Course> courses) {
    return Optional.ofNullable(courses.get(id))
        .map(course ->
            new PlaceName("course", course.title(), course.code().orElse(course.title()), id))
        .orElseGet(() -> new PlaceName("course", id, id, ""));
  }

  private static PlaceName lineItem(String id, Map<String, LineItem> lineItems) {
    return Optional.ofNullable(lineItems.get(id))
        .map(item ->
            new PlaceName(
                "line item",
                item.title(),
                item.courseCode().orElse(item.courseTitle()),
                item.courseSourcedId()))
        .orElseGet(() -> new PlaceName("line item", id, "", ""));
  }

  /** The competencies that the audience may see. */
  Map<UUID, KnownItem> competencies(Collection<UUID> identifiers, Audience audience) {
    return items.find(identifiers, audience, today());
  }

  /** Of these competencies and of all below them, those directly below. */
  Map<UUID, List<UUID>> below(Collection<UUID> identifiers, Audience audience) {
    return items.below(identifiers, audience, today());
  }

  /** Of these, those that only registrars may know of. */
  Set<UUID> drafts(Collection<UUID> identifiers) {
    return items.find(identifiers, Audience.REGISTRARS, today()).values().stream()
        .filter(KnownItem::draft)
        .map(KnownItem::identifier)
        .collect(Collectors.toSet());
  }

  /** Of these, those that the audience must not know of. */
  Set<UUID> hidden(Collection<UUID> identifiers, Audience audience) {
    return audience == Audience.REGISTRARS ? Set.of() : drafts(identifiers);
  }

  /** Competencies to choose from, that hold the text. */
  List<KnownItem> choices(String text, Audience audience, int limit) {
    return items.search(text, audience, today(), limit);
  }

  List<Program> programs() {
    return List.copyOf(inForce.programs().values());
  }

  /** All courses of the roster, by their title. */
  List<Course> courses() {
    return roster.listCourses();
  }

  /** Those of these courses that the roster has. */
  Map<String, Course> courses(Collection<String> sourcedIds) {
    return roster.findCourses(sourcedIds).stream()
        .collect(Collectors.toMap(Course::sourcedId, Function.identity()));
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
