package org.vellum.credentials.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A learner's record in which every member is set. */
public final class FullRecord {
  private static final String BASE = "https://university.example/";

  private FullRecord() {}

  public static LearnerRecord record() {
    Attainment course = attainment("course", "Course", "MATH 101", null);
    Attainment degree = attainment("degree", "BachelorDegree", null, other());
    return new LearnerRecord(
        BASE + "records/1",
        "Transcript of Ada Lovelace",
        new Learner(
            "did:example:ada",
            "Ada Lovelace",
            "Ada",
            "Lovelace",
            LocalDate.of(1990, 12, 10),
            "ada@example.org",
            List.of(new Identifier("sisSourcedId", "4711", null))),
        university(),
        Instant.parse("2026-06-01T08:00:00Z"),
        Instant.parse("2030-01-01T00:00:00Z"),
        List.of(new Period("urn:x:fall", "Fall 2025", LocalDate.of(2025, 9, 1), null)),
        List.of(course, degree),
        List.of(new Link("isPartOf", course.achievement().id(), degree.achievement().id())),
        List.of(
            new Average("urn:x:gpa", "Cumulative", null, new BigDecimal("3.9"), null, null, null)));
  }

  private static Institution university() {
    return new Institution(
        BASE,
        "Example University",
        BASE + "home",
        "registrar@university.example",
        "+1 555 0100",
        new Institution.Address("1 Main St", "Springfield", "IL", "62701", "US"),
        List.of(new Identifier("ext:OPEID", "00123400", null)));
  }

  private static Institution other() {
    return new Institution(
        "https://college.example/",
        "College",
        "https://college.example/",
        "a@b.example",
        null,
        null,
        List.of());
  }

  private static Attainment attainment(
      String name, String type, @Nullable String code, @Nullable Institution by) {
    return new Attainment(
        BASE + "assertions/" + name,
        achievement(name, type, code),
        Instant.parse("2026-05-01T08:00:00Z"),
        Instant.parse("2029-05-01T08:00:00Z"),
        LocalDate.of(2025, 9, 1),
        LocalDate.of(2025, 12, 20),
        "urn:x:fall",
        new BigDecimal("3.0"),
        List.of(
            new Attainment.Outcome(
                "LetterGrade", "Final grade", "A", "F", "A", "C", List.of("F", "C", "B", "A")),
            new Attainment.Outcome("Status", "State", "Completed", null, null, null, List.of()),
            new Attainment.Outcome("Status", "State", "Provisional", null, null, null, List.of())),
        "Worked alone.",
        List.of(new Attainment.Evidence(BASE + "paper.pdf", "Paper", "On engines", "Essay")),
        by);
  }

  private static Attainment.Achievement achievement(
      String name, String type, @Nullable String code) {
    return new Attainment.Achievement(
        BASE + "achievements/" + name,
        type,
        "The " + name,
        "What it is",
        "Pass",
        code,
        "Mathematics",
        "en",
        new BigDecimal("3"),
        List.of(
            new Attainment.Alignment(
                "CFItem", "Algebra", "https://case.example/1", "A.1", "Mathematics"),
            new Attainment.Alignment(
                "ceasn:Competency", "Sums", "https://ctdl.example/1", null, null)),
        List.of(new Identifier("identifier", "c-1", null)),
        List.of("algebra", "sums"));
  }
}
