package org.vellum.competency.catalogue.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vellum.competency.catalogue.Relation;
import org.vellum.competency.catalogue.Requirements;
import org.vellum.competency.catalogue.model.Coverage;
import org.vellum.competency.catalogue.model.Offer;
import org.vellum.competency.catalogue.model.Place;
import org.vellum.competency.catalogue.model.Requirement;
import org.vellum.competency.catalogue.pages.ProgramViews.ProgramView;
import org.vellum.competency.framework.KnownItems.KnownItem;
import org.vellum.competency.roster.Course;
import org.vellum.competency.roster.LineItem;

/** What the page of a program says, put into words. */
final class ProgramPage {
  private final ProgramView view;
  private final Map<String, LineItem> lineItems;
  private final Set<Requirement> unreachable;

  ProgramPage(ProgramView view, Map<String, LineItem> lineItems) {
    this.view = view;
    this.lineItems = lineItems;
    this.unreachable = new HashSet<>(view.coverage().unreachable());
  }

  /** The line items that a coverage names. */
  static Set<String> lineItems(Coverage coverage) {
    return coverage.competencies().stream()
        .flatMap(
            one -> Stream.of(one.taught(), one.assessed(), one.elsewhere()).flatMap(List::stream))
        .map(Offer::place)
        .filter(place -> place.kind() == Place.Kind.LINE_ITEM)
        .map(Place::id)
        .collect(Collectors.toSet());
  }

  /**
   * A node of the tree of requirements.
   *
   * @param pointer where it stands in the JSON of the requirements
   * @param label what it is called
   * @param group whether it has members
   * @param unreachable whether nobody can fulfil it
   * @param competency identifier of the competency, if it is one
   * @param course {@code sourcedId} of the course, if it is one
   * @param members what stands below
   */
  public record Node(
      String pointer,
      String label,
      boolean group,
      boolean unreachable,
      Optional<UUID> competency,
      Optional<String> course,
      List<Node> members) {}

  /**
   * A place with what is said of it.
   *
   * @param name what it is called
   * @param course the course to which it leads; empty if to none
   * @param threshold from which share of the scale on, where that is said
   * @param weight its weight, where that is said
   */
  public record PlaceLine(
      String name, String course, Optional<BigDecimal> threshold, Optional<BigDecimal> weight) {}

  /**
   * A required competency.
   *
   * @param id its identifier
   * @param code its code, or its statement
   * @param statement its statement; empty if nobody here has it
   * @param elective whether it is one of several from which is chosen
   * @param threshold what the program requires
   * @param taught where it is taught
   * @param assessed where it is assessed
   * @param elsewhere where it is taught or assessed outside of the program
   * @param taughtBelow whether all that stands below it is taught
   * @param assessedBelow whether all that stands below it is assessed
   * @param holes what is missing, in words
   */
  public record Line(
      UUID id,
      String code,
      String statement,
      boolean elective,
      Optional<BigDecimal> threshold,
      List<PlaceLine> taught,
      List<PlaceLine> assessed,
      List<PlaceLine> elsewhere,
      boolean taughtBelow,
      boolean assessedBelow,
      List<String> holes) {}

  /**
   * A required course with holes.
   *
   * @param id its {@code sourcedId}
   * @param name its title
   * @param holes what is missing, in words
   */
  public record CourseLine(String id, String name, List<String> holes) {}

  /** The tree of requirements; empty if nothing is required on the day. */
  Optional<Node> tree() {
    return view.requirements()
        .map(requirements -> {
          int index = view.program().requirements().indexOf(requirements);
          return node(requirements.requirement(), "/" + index + "/requirement");
        });
  }

  /** The tree of other requirements on the same day; empty if they hold nothing on it. */
  Optional<Node> tree(List<Requirements> others) {
    return view.program()
        .requiring(others)
        .requirementsOn(view.day())
        .map(requirements -> node(requirements.requirement(), ""));
  }

  List<Line> lines(int offset, int limit) {
    return view.coverage().competencies().stream()
        .skip(offset)
        .limit(limit)
        .map(this::line)
        .toList();
  }

  List<CourseLine> coursesWithHoles() {
    return view.coverage().courses().stream()
        .filter(course -> !course.holes().isEmpty())
        .map(course ->
            new CourseLine(
                course.course(), courseName(course.course()), HoleWords.of(course.holes())))
        .toList();
  }

  /** How many competencies and courses have holes. */
  long holes() {
    return view.coverage().competencies().stream().filter(one -> !one.holes().isEmpty()).count()
        + coursesWithHoles().size()
        + unreachable.size();
  }

  /** The picture of some of the competencies. */
  CoveragePicture picture(int offset, int limit) {
    return CoveragePicture.of(
        view,
        view.coverage().competencies().stream().skip(offset).limit(limit).toList(),
        lines(offset, limit),
        this::courseCode);
  }

  private Node node(Requirement requirement, String pointer) {
    return switch (requirement) {
      case Requirement.OfCompetency one ->
          new Node(
              pointer,
              competencyName(one.competency()) + one.credits().map(ProgramPage::credits).orElse(""),
              false,
              false,
              Optional.of(one.competency()),
              Optional.empty(),
              List.of());
      case Requirement.OfCourse one ->
          new Node(
              pointer,
              courseName(one.course()),
              false,
              unreachable.contains(one),
              Optional.empty(),
              Optional.of(one.course()),
              List.of());
      case Requirement.AllOf group -> group(group, "all of", "allOf", pointer);
      case Requirement.NOf group -> group(group, group.n() + " of", "nOf", pointer);
      case Requirement.CreditsFrom group ->
          group(group, group.credits().toPlainString() + " credits from", "creditsFrom", pointer);
    };
  }

  private Node group(Requirement.Group group, String kind, String member, String pointer) {
    List<Node> members = new ArrayList<>();
    for (int i = 0; i < group.members().size(); i++) {
      members.add(node(group.members().get(i), pointer + "/" + member + "/" + i));
    }
    return new Node(
        pointer,
        group.title().map(title -> title + ": " + kind).orElse(kind),
        true,
        unreachable.contains(group),
        Optional.empty(),
        Optional.empty(),
        members);
  }

  private static String credits(BigDecimal credits) {
    return " (" + credits.toPlainString() + " credits)";
  }

  private Line line(Coverage.Competency one) {
    KnownItem item = view.known().get(one.competency());
    return new Line(
        one.competency(),
        item == null ? one.competency().toString() : item.name(),
        item == null ? "" : item.statement(),
        one.elective(),
        one.threshold(),
        one.taught().stream().map(this::place).toList(),
        one.assessed().stream().map(this::place).toList(),
        one.elsewhere().stream().map(this::place).toList(),
        one.below().filter(Coverage.Below::taught).isPresent(),
        one.below().filter(Coverage.Below::assessed).isPresent(),
        HoleWords.of(one.holes()));
  }

  private PlaceLine place(Offer offer) {
    Place place = offer.place();
    return switch (place.kind()) {
      case PROGRAM -> new PlaceLine("the program", "", offer.threshold(), offer.weight());
      case COURSE ->
          new PlaceLine(courseName(place.id()), place.id(), offer.threshold(), offer.weight());
      case LINE_ITEM ->
          new PlaceLine(
              Optional.ofNullable(lineItems.get(place.id()))
                  .map(item -> item.title() + ", " + item.courseTitle())
                  .orElse(place.id()),
              place.course().orElse(""),
              offer.threshold(),
              offer.weight());
    };
  }

  /**
   * A relation by which the program requires a competency.
   *
   * @param id identifier of the relation
   * @param relation the relation
   * @param line the competency, and at which threshold
   */
  public record RequiredLine(UUID id, Relation relation, Line line) {}

  /** The relations by which the program requires competencies, on whatever days. */
  List<RequiredLine> required() {
    return view.required().stream()
        .map(
            related -> new RequiredLine(related.id(), related.relation(), bare(related.relation())))
        .toList();
  }

  private Line bare(Relation relation) {
    KnownItem item = view.known().get(relation.competency());
    return new Line(
        relation.competency(),
        item == null ? relation.competency().toString() : item.name(),
        item == null ? "" : item.statement(),
        false,
        relation.threshold(),
        List.of(),
        List.of(),
        List.of(),
        false,
        false,
        List.of());
  }

  private String competencyName(UUID id) {
    KnownItem item = view.known().get(id);
    return item == null
        ? id.toString()
        : item.code().map(code -> code + " ").orElse("") + item.statement();
  }

  private String courseName(String id) {
    return Optional.ofNullable(view.courses().get(id)).map(Course::title).orElse(id);
  }

  private String courseCode(String id) {
    return Optional.ofNullable(view.courses().get(id))
        .map(course -> course.code().orElse(course.title()))
        .orElse(id);
  }
}
