package org.vellum.competency.catalogue.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.competency.catalogue.CatalogueDocument;
import org.vellum.competency.catalogue.CourseEntry;
import org.vellum.competency.catalogue.Program;
import org.vellum.competency.catalogue.Relation;

/** Reads a catalogue's JSON and finds what is wrong with its form. */
final class CatalogueReader {
  private static final int MOST_PROGRAMS = 1_000;
  private static final int MOST_COURSES = 20_000;
  private static final int IDENTIFIER = 255;
  private static final int CODE = 100;
  private static final int LINE = 1_000;
  private static final int DESCRIPTION = 20_000;

  private final Findings findings;
  private final RelationReader relations = new RelationReader();

  CatalogueReader(Findings findings) {
    this.findings = findings;
  }

  /** The document; where there are findings, it means nothing. */
  CatalogueDocument read(JsonNode json) {
    Member root =
        new Member(json, "", findings)
            .only("programs", "courses", "evidence", "relations", "prerequisites");
    if (!findings.isEmpty()) {
      return CatalogueDocument.empty();
    }
    return relations.whole(
        programs(root.child("programs")),
        courses(root.child("courses")),
        root.child("evidence"),
        root.child("relations"),
        root.child("prerequisites"));
  }

  /** Where the relations of the document stood. */
  Map<Relation, String> places() {
    return relations.places();
  }

  private List<Program> programs(Member array) {
    Set<String> codes = new HashSet<>();
    return array.items(MOST_PROGRAMS).stream()
        .map(item -> {
          Program program = program(item);
          if (!codes.add(program.code())) {
            item.child("code").fault("duplicate", "an earlier program has this code");
          }
          return program;
        })
        .toList();
  }

  private static Program program(Member json) {
    json.only(
        "code",
        "title",
        "description",
        "credentialLevel",
        "courses",
        "effectiveFrom",
        "requirements");
    Set<String> courses = new HashSet<>();
    List<String> order =
        json.child("courses").items(MOST_COURSES).stream()
            .map(item -> {
              String course = item.requiredText(IDENTIFIER);
              if (!courses.add(course)) {
                item.fault("duplicate", "the program has this course twice");
              }
              return course;
            })
            .toList();
    return new Program(
        json.child("code").requiredText(CODE),
        json.child("title").requiredText(LINE),
        json.child("description").text(DESCRIPTION),
        json.child("credentialLevel").text(LINE),
        order,
        json.child("effectiveFrom").date(),
        RequirementReader.list(json.child("requirements")));
  }

  private List<CourseEntry> courses(Member array) {
    Set<String> known = new HashSet<>();
    return array.items(MOST_COURSES).stream()
        .map(item -> {
          CourseEntry course = course(item);
          if (!known.add(course.courseSourcedId())) {
            item.child("courseSourcedId").fault("duplicate", "an earlier entry has this course");
          }
          return course;
        })
        .toList();
  }

  private static CourseEntry course(Member json) {
    json.only("courseSourcedId", "credits", "description", "completedBy");
    Member completedBy = json.child("completedBy").only("category", "threshold");
    Optional<BigDecimal> credits = json.child("credits").number();
    if (credits.filter(number -> number.signum() < 0).isPresent()) {
      json.child("credits").fault("credits-negative", "must not be less than 0");
    }
    return new CourseEntry(
        json.child("courseSourcedId").requiredText(IDENTIFIER),
        credits,
        json.child("description").text(DESCRIPTION),
        new CourseEntry.CompletedBy(
            completedBy.child("category").requiredText(IDENTIFIER),
            completedBy.child("threshold").threshold()));
  }
}
