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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.program.model.ProgramLevel;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.ProgressPoint;
import org.vellum.finaid.sap.model.ProgressFigures;
import org.vellum.finaid.timeline.model.Timeline;
import org.vellum.finaid.week.model.DateRange;
import org.vellum.finaid.withdrawal.model.DaysOfPeriod;
import org.vellum.finaid.withdrawal.model.OfficialWithdrawal;
import org.vellum.finaid.withdrawal.model.Projection;

/** A package of a program and two learners, with everything ordinary but what a test changes. */
final class APackage {
  static final IssuerKey KEY =
      IssuerKey.generate("did:web:university.example", SignatureAlgorithm.ES256);
  static final Instant AS_OF = Instant.parse("2026-02-11T09:30:00Z");
  static final ObjectMapper JSON = new ObjectMapper();
  static final LocalDate START = LocalDate.of(2025, 9, 1);

  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final UnitsAndWeeks PROGRAM = UnitsAndWeeks.of("58.5", "60");
  private static final UnitsAndWeeks YEAR = UnitsAndWeeks.of("45", "30");

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
    try (PackageWriter writer = writer(place, CsvProfile.PLAIN)) {
      writer.write("program_version", program("Data practice & \"care\", <BSc>"));
      writer.write("enrollment", enrollment("E-1001"));
      writer.write("enrollment", enrollment("E-1002"));
      timeline("E-1001", writer, new ProgressPoint(START.plusDays(125), UnitsAndWeeks.of(23, 18)));
      timeline("E-1002", writer);
      figures(new EnrollmentRecords("E-1002", 4, AS_OF), writer);
      return writer.publish(KEY);
    }
  }

  /** The Handbook's example 21 (volume 5, chapter 2), and a pace. */
  private static void figures(EnrollmentRecords records, PackageWriter writer) throws IOException {
    LocalDate withdrawn = START.plusDays(52);
    DaysOfPeriod days =
        DaysOfPeriod.of(
            new DateRange(START, START.plusDays(104)), withdrawn, List.of(), List.of(), RULES);
    Projection projection =
        Projection.byUnits(
            days.total(),
            days.completed(),
            new BigDecimal(12),
            new BigDecimal(4),
            BigDecimal.ZERO,
            RULES);
    records.write(1, OfficialWithdrawal.on(withdrawn, RULES), days, projection, writer);
    BigDecimal attempted = new BigDecimal(40);
    BigDecimal earned = new BigDecimal(27);
    records.write(
        withdrawn,
        ProgressFigures.of(attempted, earned, BigDecimal.ZERO, PROGRAM.units(), RULES),
        writer);
  }

  static void timeline(String enrollment, PackageWriter writer, ProgressPoint... points)
      throws IOException {
    Timeline timeline =
        Timeline.of(
            PROGRAM,
            YEAR,
            START,
            LocalDate.of(2026, 2, 10),
            CumulativeTotals.of(List.of(points)),
            RULES);
    new EnrollmentRecords(enrollment, 4, AS_OF).write(timeline, writer);
  }

  static Map<String, Object> program(String title) {
    Map<String, Object> values = common("pv:data:1");
    values.put("programVersionId", "data:1");
    values.put("title", title);
    values.put("calendarType", CalendarType.NON_TERM);
    values.put("level", ProgramLevel.UNDERGRADUATE);
    values.put("unitMeasure", UnitMeasure.QUARTER);
    values.put("unitsInProgram", PROGRAM.units());
    values.put("weeksInProgram", PROGRAM.weeks());
    values.put("ayUnits", YEAR.units());
    values.put("ayWeeks", YEAR.weeks());
    return values;
  }

  static Map<String, Object> enrollment(String id) {
    Map<String, Object> values = common("en:" + id);
    values.put("enrollmentId", id);
    values.put("institutionStudentId", "S-" + id);
    values.put("programVersionId", "data:1");
    values.put("beginDate", START);
    values.put("status", "ENROLLED");
    values.put("statusEffectiveDate", START);
    values.put("unitsAtEntry", PROGRAM.units());
    values.put("weeksAtEntry", new BigDecimal("60.0"));
    return values;
  }

  private static Map<String, Object> common(String id) {
    Map<String, Object> values = new HashMap<>();
    values.put("recordId", id);
    values.put("recordVersion", 1);
    values.put("op", "UPSERT");
    values.put("sourceAsOf", AS_OF);
    values.put("ruleVersion", RULES.code());
    return values;
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
