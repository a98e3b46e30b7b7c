package org.vellum.competency.catalogue.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.vellum.competency.catalogue.CatalogueDocument;
import org.vellum.competency.catalogue.CourseEntry;
import org.vellum.competency.catalogue.EvidenceRule;
import org.vellum.competency.catalogue.Prerequisite;
import org.vellum.competency.catalogue.Program;
import org.vellum.competency.catalogue.Relation;
import org.vellum.competency.catalogue.Role;
import org.vellum.competency.catalogue.model.Period;

/** Reads relations and prerequisites, and finds what is wrong with their form. */
final class RelationReader {
  private static final int MOST = 100_000;
  private static final int MOST_PREREQUISITES = 20_000;
  private static final int IDENTIFIER = 255;
  private static final int CODE = 100;

  private final Map<Object, List<Period>> known = new HashMap<>();
  private final Map<Relation, String> places = new HashMap<>();

  /** Where the relations stood that were read. */
  Map<Relation, String> places() {
    return places;
  }

  /** The document of which these are parts. */
  CatalogueDocument whole(
      List<Program> programs,
      List<CourseEntry> courses,
      Member evidence,
      Member relations,
      Member prerequisites) {
    List<Relation> all = new ArrayList<>();
    evidence
        .items(MOST)
        .forEach(item -> {
          EvidenceRule rule = rule(item);
          Relation relation = Relation.of(rule);
          once(item, relation.pair(), relation.period(), "an earlier rule is of the same pair");
          places.put(relation, item.pointer());
          all.add(relation);
        });
    relations
        .items(MOST)
        .forEach(item -> {
          Relation relation = relation(item);
          once(
              item, relation.pair(), relation.period(), "an earlier relation is of the same three");
          places.put(relation, item.pointer());
          all.add(relation);
        });
    return new CatalogueDocument(
        programs,
        courses,
        all.stream().flatMap(relation -> relation.asEvidence().stream()).toList(),
        all.stream().filter(relation -> relation.asEvidence().isEmpty()).toList(),
        prerequisites.items(MOST_PREREQUISITES).stream().map(this::prerequisiteOnce).toList());
  }

  private Prerequisite prerequisiteOnce(Member item) {
    Prerequisite prerequisite = prerequisite(item);
    once(
        item,
        prerequisite.pair(),
        prerequisite.period(),
        "an earlier prerequisite is of the same two");
    return prerequisite;
  }

  /** Of the same, one holds on a day. */
  private void once(Member item, Object pair, Period period, String message) {
    List<Period> others = known.computeIfAbsent(pair, unseen -> new ArrayList<>());
    if (others.stream().anyMatch(period::overlaps)) {
      item.fault("duplicate", message);
    }
    others.add(period);
  }

  /** One rule of evidence, as it stands in the document. */
  static EvidenceRule rule(Member json) {
    json.only("competency", "lineItem", "course", "threshold", "weight", "from", "to");
    Optional<String> lineItem = json.child("lineItem").text(IDENTIFIER);
    Optional<String> course = json.child("course").text(IDENTIFIER);
    if (lineItem.isPresent() == course.isPresent()) {
      json.fault("one-of-two", "must name either a lineItem or a course");
    }
    Period period = json.period();
    return new EvidenceRule(
        json.child("competency").identifier(),
        lineItem,
        course,
        json.child("threshold").threshold(),
        json.child("weight").positive(),
        period.from(),
        period.to());
  }

  /** One relation, as it stands in the document. */
  static Relation relation(Member json) {
    json.only(
        "role", "competency", "program", "course", "lineItem", "weight", "threshold", "from", "to");
    Role role = role(json.child("role"));
    Optional<String> program = json.child("program").text(CODE);
    Optional<String> course = json.child("course").text(IDENTIFIER);
    Optional<String> lineItem = json.child("lineItem").text(IDENTIFIER);
    if (Stream.of(program, course, lineItem).filter(Optional::isPresent).count() != 1) {
      json.fault("one-of-three", "must name either a program, a course or a lineItem");
    }
    Member threshold = json.child("threshold");
    boolean given = !threshold.isAbsent();
    if (given && role == Role.TEACHES) {
      threshold.fault("threshold-without-use", "only what assesses or requires has a threshold");
    } else if (given && role == Role.ASSESSES && program.isPresent()) {
      threshold.fault(
          "threshold-without-use",
          "results are of line items and courses: a program cannot assess at a threshold");
    }
    Period period = json.period();
    return new Relation(
        role,
        json.child("competency").identifier(),
        program,
        course,
        lineItem,
        json.child("weight").positive(),
        given ? Optional.of(threshold.threshold()) : Optional.empty(),
        period.from(),
        period.to());
  }

  private static Role role(Member json) {
    Optional<Role> role = Role.find(json.requiredText(IDENTIFIER));
    if (role.isEmpty()) {
      json.fault("role-unknown", "must be teaches, assesses or requires");
    }
    return role.orElse(Role.TEACHES);
  }

  /** One prerequisite, as it stands in the document. */
  static Prerequisite prerequisite(Member json) {
    json.only("course", "competency", "requires", "from", "to");
    Optional<String> course = json.child("course").text(IDENTIFIER);
    boolean ofCompetency = !json.child("competency").isAbsent();
    if (course.isPresent() == ofCompetency) {
      json.fault("one-of-two", "must name either a course or a competency");
    }
    Optional<UUID> competency =
        ofCompetency ? Optional.of(json.child("competency").identifier()) : Optional.empty();
    Member requires = json.child("requires");
    Period period = json.period();
    return new Prerequisite(
        course,
        competency,
        ofCompetency ? requires.identifier().toString() : requires.requiredText(IDENTIFIER),
        period.from(),
        period.to());
  }
}
