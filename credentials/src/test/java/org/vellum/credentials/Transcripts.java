package org.vellum.credentials;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Average;
import org.vellum.credentials.record.Identifier;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Link;
import org.vellum.credentials.record.Period;

/** Records as a registrar keeps them. */
public final class Transcripts {
  public static final Instant ISSUED = Instant.parse("2026-05-01T08:00:00Z");
  private static final String ROOT = "https://university.example/";

  private Transcripts() {}

  public static Institution university() {
    return new Institution(
        "did:web:university.example",
        "Example University",
        ROOT,
        "registrar@university.example",
        "+1 555 0100",
        new Institution.Address("1 College Street", "Springfield", "IL", "62701", "US"),
        List.of(new Identifier("ext:OPEID", "00123400", null)));
  }

  public static Learner ada() {
    return new Learner(
        "urn:uuid:6f0f7a3a-7ec7-4f3c-9c0a-6a2f5a1e0b11",
        "Ada Lovelace",
        "Ada",
        "Lovelace",
        LocalDate.parse("2003-12-10"),
        "ada@students.example",
        List.of(
            new Identifier("sourcedId", "s-1815", null),
            new Identifier("systemId", "sha256$00ff", "pepper")));
  }

  /** A record with everything: two terms, competencies, courses, averages. */
  public static LearnerRecord rich() {
    return of(5);
  }

  /** A record with so many attainments in two terms. */
  public static LearnerRecord of(int attainments) {
    List<Attainment> all = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 1; i <= attainments; i++) {
      String period = i % 2 == 1 ? "fall-2025" : "spring 2026";
      all.add(i % 3 == 0 ? competency(i, period) : course(i, period));
    }
    if (attainments > 2) {
      links.add(
          new Link("isChildOf", all.get(2).achievement().id(), all.get(0).achievement().id()));
    }
    return new LearnerRecord(
        ROOT + "records/1",
        "Transcript of Ada Lovelace",
        ada(),
        university(),
        ISSUED,
        Instant.parse("2036-05-01T08:00:00Z"),
        List.of(
            new Period("fall-2025", "Fall 2025", day("2025-08-25"), day("2025-12-19")),
            new Period("spring 2026", "Spring 2026", day("2026-01-12"), null)),
        all,
        links,
        List.of(
            average("fall-gpa", "Fall 2025", "fall-2025", "3.70", "12"),
            average("spring-gpa", "Spring 2026", "spring 2026", "3.85", "9"),
            average("total", "Cumulative", null, "3.77", "21")));
  }

  /** A record with no more than must be. */
  public static LearnerRecord minimal() {
    Attainment.Achievement achievement =
        new Attainment.Achievement(
            "urn:uuid:7b0d4f0e-0000-4000-8000-000000000001",
            "Achievement",
            "Swimming",
            "Swims.",
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    return new LearnerRecord(
        "urn:uuid:7b0d4f0e-0000-4000-8000-000000000000",
        "Record",
        new Learner(null, null, null, null, null, null, List.of()),
        new Institution("did:web:club.example", "Club", null, null, null, null, List.of()),
        ISSUED,
        null,
        List.of(),
        List.of(
            new Attainment(
                "urn:uuid:7b0d4f0e-0000-4000-8000-000000000002",
                achievement,
                ISSUED,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null)),
        List.of(),
        List.of());
  }

  private static Attainment course(int number, String period) {
    return new Attainment(
        ROOT + "credentials/" + number,
        achievement(number, "Course", "Data Structures " + number, "CS " + (100 + number)),
        Instant.parse("2025-12-19T12:00:00Z"),
        number == 1 ? Instant.parse("2026-01-01T00:00:00Z") : null,
        day("2025-08-25"),
        day("2025-12-19"),
        period,
        new BigDecimal("3.0"),
        List.of(
            new Attainment.Outcome(
                "LetterGrade", "Grade", "A-", null, null, "C", List.of("F", "D", "C", "B", "A-")),
            new Attainment.Outcome("Percent", "Score", "91.5", "0", "100", "60", List.of())),
        null,
        List.of(),
        number == 4
            ? new Institution(
                "did:web:partner.example", "Partner", null, null, null, null, List.of())
            : null);
  }

  private static Attainment competency(int number, String period) {
    boolean open = number == 3;
    return new Attainment(
        ROOT + "credentials/" + number,
        achievement(number, "Competency", "Explains a decision to a board", "COM-" + number),
        open ? null : Instant.parse("2026-03-01T12:00:00Z"),
        null,
        null,
        null,
        period,
        null,
        List.of(
            new Attainment.Outcome(
                "RubricCriterionLevel",
                "Mastery",
                "Proficient",
                null,
                null,
                "Proficient",
                List.of("Emerging", "Developing", "Proficient", "Exemplary")),
            new Attainment.Outcome(
                "Status",
                "Status",
                open ? "InProgress" : "Completed",
                null,
                null,
                null,
                List.of())),
        "Presented to a real board.",
        List.of(
            new Attainment.Evidence(
                ROOT + "evidence/" + number, "Recording", "Twenty minutes", "Video")),
        null);
  }

  private static Attainment.Achievement achievement(
      int number, String type, String name, @Nullable String code) {
    return new Attainment.Achievement(
        ROOT + "achievements/" + number,
        type,
        name,
        "What " + name + " is about.",
        "Assessed twice by two assessors.",
        code,
        "Computer Science",
        "en",
        new BigDecimal("3.0"),
        List.of(
            new Attainment.Alignment(
                "CFItem", "Explains", ROOT + "case/" + number, "C-" + number, "Leadership")),
        List.of(new Identifier("sourcedId", "c-" + number, null)),
        List.of("communication", "board"));
  }

  private static Average average(
      String id, String name, @Nullable String period, String points, String credits) {
    return new Average(
        ROOT + "averages/" + id,
        name,
        period,
        new BigDecimal(points),
        new BigDecimal("4.00"),
        new BigDecimal(credits),
        new BigDecimal(credits));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
