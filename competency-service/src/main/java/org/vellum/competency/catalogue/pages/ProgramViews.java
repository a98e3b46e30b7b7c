package org.vellum.competency.catalogue.pages;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.competency.catalogue.CatalogueInForce;
import org.vellum.competency.catalogue.CourseEntry;
import org.vellum.competency.catalogue.Program;
import org.vellum.competency.catalogue.Related;
import org.vellum.competency.catalogue.Relation;
import org.vellum.competency.catalogue.RelationFilter;
import org.vellum.competency.catalogue.Relations;
import org.vellum.competency.catalogue.Requirements;
import org.vellum.competency.catalogue.Role;
import org.vellum.competency.catalogue.model.Coverage;
import org.vellum.competency.catalogue.model.Hole;
import org.vellum.competency.catalogue.model.Offer;
import org.vellum.competency.catalogue.model.Place;
import org.vellum.competency.catalogue.model.Requirement;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.KnownItems.KnownItem;
import org.vellum.competency.roster.Course;
import org.vellum.competency.roster.LineItem;
import org.vellum.platform.usecase.Component;

/** A program with what it requires and how far it covers that, on one day. */
@Component
public class ProgramViews {
  /** More relations of one program than anybody can read. */
  private static final int MOST = 10_000;

  private final CatalogueInForce inForce;
  private final Relations relations;
  private final Names names;

  @Inject
  ProgramViews(CatalogueInForce inForce, Relations relations, Names names) {
    this.inForce = inForce;
    this.relations = relations;
    this.names = names;
  }

  /**
   * A program on a day.
   *
   * @param version identifier of its version
   * @param program the program, as far as the audience may know of it
   * @param day the day
   * @param requirements what it requires on that day
   * @param coverage how far it covers that
   * @param required relations by which it requires competencies, those of other days too
   * @param known the competencies that are required
   * @param courses the courses that are named, as far as the roster has them
   */
  public record ProgramView(
      UUID version,
      Program program,
      LocalDate day,
      Optional<Requirements> requirements,
      Coverage coverage,
      List<Related> required,
      Map<UUID, KnownItem> known,
      Map<String, Course> courses) {

    /** The same, where more names are known. */
    ProgramView knowing(Map<UUID, KnownItem> more, Map<String, Course> moreCourses) {
      Map<UUID, KnownItem> all = new HashMap<>(known);
      all.putAll(more);
      Map<String, Course> allCourses = new HashMap<>(courses);
      allCourses.putAll(moreCourses);
      return new ProgramView(
          version, program, day, requirements, coverage, required, all, allCourses);
    }
  }

  /**
   * A program on a day.
   *
   * @param version a version of it; the one in force, if absent
   */
  Optional<ProgramView> find(
      String code, Optional<UUID> version, LocalDate day, Audience audience) {
    Optional<Map.Entry<UUID, Program>> found =
        version.isEmpty()
            ? inForce.findProgram(code)
            : version.flatMap(
                id -> inForce.findVersion(code, id).map(program -> Map.entry(id, program)));
    return found.map(entry -> view(entry.getKey(), entry.getValue(), day, audience));
  }

  LocalDate today() {
    return names.today();
  }

  private ProgramView view(UUID version, Program whole, LocalDate day, Audience audience) {
    List<Related> required = requiredBy(whole.code());
    Set<UUID> competencies = new HashSet<>();
    required.forEach(related -> competencies.add(related.relation().competency()));
    whole.requirements().forEach(each -> competencies.addAll(each.requirement().competencies()));
    Set<UUID> hidden = names.hidden(competencies, audience);
    competencies.removeAll(hidden);
    required.removeIf(related -> hidden.contains(related.relation().competency()));
    Program program =
        whole.requiring(
            whole.requirements().stream().flatMap(each -> each.without(hidden).stream()).toList());
    Map<UUID, KnownItem> known = names.competencies(competencies, audience);
    Optional<Requirements> requirements = program.requirementsOn(day);
    Map<UUID, List<UUID>> below = names.below(competencies, audience);
    Set<UUID> all = new HashSet<>(competencies);
    below.values().forEach(all::addAll);
    List<Offer> offers = offers(all, day);
    Map<String, Course> courses = names.courses(named(program, requirements, offers));
    Coverage coverage =
        Coverage.of(
            new Coverage.Program(
                program.code(),
                Set.copyOf(program.courses()),
                requirements.map(Requirements::requirement),
                thresholds(required, day),
                below,
                offers,
                standing(competencies, known),
                courses.keySet(),
                completed()));
    return new ProgramView(version, program, day, requirements, coverage, required, known, courses);
  }

  /** The courses that are named anywhere. */
  private static Set<String> named(
      Program program, Optional<Requirements> requirements, List<Offer> offers) {
    Set<String> courses = new HashSet<>(program.courses());
    requirements.stream()
        .flatMap(each -> each.requirement().all())
        .forEach(node -> {
          if (node instanceof Requirement.OfCourse one) {
            courses.add(one.course());
          }
        });
    offers.forEach(offer -> {
      offer.place().course().ifPresent(courses::add);
      if (offer.place().kind() == Place.Kind.COURSE) {
        courses.add(offer.place().id());
      }
    });
    return courses;
  }

  private List<Related> requiredBy(String code) {
    RelationFilter filter =
        new RelationFilter(
            Optional.of(Role.REQUIRES),
            Optional.empty(),
            Optional.of(code),
            Optional.empty(),
            false,
            true);
    return relations.list(filter, MOST, 0);
  }

  private static Map<UUID, Optional<BigDecimal>> thresholds(List<Related> required, LocalDate day) {
    Map<UUID, Optional<BigDecimal>> thresholds = new HashMap<>();
    required.stream()
        .map(Related::relation)
        .filter(relation -> relation.period().holdsOn(day))
        .forEach(relation -> thresholds.put(relation.competency(), relation.threshold()));
    return thresholds;
  }

  private List<Offer> offers(Collection<UUID> competencies, LocalDate day) {
    List<Relation> holding =
        relations.of(competencies).stream()
            .filter(relation -> relation.role() != Role.REQUIRES)
            .filter(relation -> relation.period().holdsOn(day))
            .toList();
    Map<String, LineItem> lineItems =
        names.lineItems(
            holding.stream()
                .flatMap(relation -> relation.lineItem().stream())
                .collect(Collectors.toSet()));
    return holding.stream()
        .map(relation ->
            new Offer(
                relation.competency(),
                relation.role() == Role.ASSESSES,
                place(relation, lineItems),
                relation.threshold(),
                relation.weight()))
        .toList();
  }

  private static Place place(Relation relation, Map<String, LineItem> lineItems) {
    Place.Kind kind =
        relation.program().isPresent()
            ? Place.Kind.PROGRAM
            : relation.course().isPresent() ? Place.Kind.COURSE : Place.Kind.LINE_ITEM;
    return new Place(
        kind,
        relation.by(),
        relation
            .lineItem()
            .flatMap(id -> Optional.ofNullable(lineItems.get(id)))
            .map(LineItem::courseSourcedId));
  }

  private static Map<UUID, Hole> standing(Set<UUID> competencies, Map<UUID, KnownItem> known) {
    Map<UUID, Hole> standing = new HashMap<>();
    for (UUID competency : competencies) {
      KnownItem item = known.get(competency);
      if (item == null) {
        standing.put(competency, Hole.UNKNOWN);
      } else if (item.draft()) {
        standing.put(competency, Hole.DRAFT);
      } else if (item.retired()) {
        standing.put(competency, Hole.RETIRED);
      }
    }
    return standing;
  }

  private Map<String, BigDecimal> completed() {
    return inForce.courses().values().stream()
        .collect(
            Collectors.toMap(
                CourseEntry::courseSourcedId, entry -> entry.credits().orElse(BigDecimal.ZERO)));
  }
}
