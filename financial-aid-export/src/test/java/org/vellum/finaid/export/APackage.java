package org.vellum.finaid.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.Equivalency;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.facts.model.SapEvaluation;
import org.vellum.finaid.facts.model.WithdrawalFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.records.LearnerRecords;
import org.vellum.finaid.week.model.DateRange;

/** A package of a program and two learners, with everything ordinary but what a test changes. */
final class APackage {
  static final IssuerKey KEY =
      IssuerKey.generate("did:web:university.example", SignatureAlgorithm.ES256);
  static final Instant AS_OF = Instant.parse("2026-02-11T09:30:00Z");
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;

  private APackage() {}

  static RunInfo run() {
    return new RunInfo(
        "run-7",
        RunInfo.Kind.FULL,
        "00123400",
        AS_OF,
        Instant.parse("2026-02-11T09:31:00Z"),
        RULES.code(),
        Optional.of(new RunInfo.Previous("run-6", "0".repeat(64))));
  }

  static PackageWriter writer(Path place, CsvProfile profile) throws IOException {
    return PackageWriter.begin(place, run(), EnumSet.allOf(Form.class), profile);
  }

  /** Writes and publishes it. */
  static PackageWriter.Published in(Path place) throws IOException {
    return of(place, CsvProfile.PLAIN, program("Data practice & \"care\", <BSc>"), two());
  }

  /** Writes and publishes the records of a program and of learners. */
  static PackageWriter.Published of(
      Path place, CsvProfile profile, AProgram program, List<LearnerFacts> learners)
      throws IOException {
    LearnerRecords records = LearnerRecords.by(program.catalogue(), ALearner.AS_OF, RULES);
    try (PackageWriter writer = writer(place, profile)) {
      writer.write(records.ofPrograms());
      for (LearnerFacts learner : learners) {
        writer.write(records.of(learner));
      }
      return writer.publish(KEY);
    }
  }

  static AProgram program(String title) {
    AProgram program = new AProgram();
    program.title = title;
    program.equivalencies.add(
        new Equivalency(
            "c-1",
            AProgram.ID,
            new BigDecimal("1.5"),
            UnitMeasure.QUARTER,
            Optional.of(new BigDecimal("2.5")),
            ALearner.START,
            Optional.of("Senate 2025-14"),
            ALearner.SOURCE));
    program.calendars.put(
        "main",
        new InstructionalCalendar(
            "main",
            List.of(
                new InstructionalCalendar.Week(
                    ALearner.START, true, InstructionalCalendar.Reason.INSTRUCTION)),
            List.of(new DateRange(ALearner.START.plusDays(110), ALearner.START.plusDays(120))),
            List.of(),
            ALearner.SOURCE));
    return program;
  }

  /** One on the way, and one who left: the Handbook's example 21 (volume 5, chapter 2). */
  static List<LearnerFacts> two() {
    ALearner left = ALearner.of("1002").passed("u-1", "4", 50);
    LocalDate withdrawn = ALearner.START.plusDays(52);
    left.statuses.add(
        new EnrollmentFacts.StatusChange(EnrollmentFacts.Status.WITHDRAWN, withdrawn));
    left.withdrawal =
        Optional.of(
            new WithdrawalFacts(
                withdrawn, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    left.evaluations.add(new SapEvaluation(withdrawn, Optional.empty(), Optional.empty()));
    ALearner onTheWay = ALearner.of("1001").engagedUntil(ALearner.AS_OF);
    onTheWay.familyName = "Łukasiewicz 🦉";
    onTheWay.leaves.add(
        new LeaveFacts(
            LeaveFacts.Kind.UNSCHEDULED,
            ALearner.START.plusDays(70),
            Optional.of(ALearner.START.plusDays(80)),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.of(ALearner.START.plusDays(81)),
            Optional.of(ALearner.START.plusDays(71))));
    return List.of(
        onTheWay.passed("u-1", "11.5", 60).passed("u-2", "11.5", 125).facts(),
        left.failed("u-2", "2", 51).facts());
  }

  static JsonNode manifest(Path folder) throws IOException {
    return JSON.readTree(folder.resolve("manifest.json").toFile());
  }

  static List<JsonNode> lines(Path ndjson) throws IOException {
    return Files.readAllLines(ndjson).stream().map(APackage::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
