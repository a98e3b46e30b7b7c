package org.vellum.finaid.facts;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.vellum.contracts.ProgramPublished.ProgramCourse;
import org.vellum.finaid.facts.model.AttemptFacts.Kind;
import org.vellum.finaid.facts.model.Equivalency;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.UnitMeasure;

/** All programs of a snapshot: few, so they are read once and asked for every learner. */
final class ProgramBook {
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, InstructionalCalendar> calendars;
  private final List<Equivalency> equivalencies = new ArrayList<>();

  /** A program with its versions by their first day. */
  private record Entry(
      String title,
      Map<String, Optional<BigDecimal>> courses,
      Set<String> competencies,
      Set<String> worth,
      NavigableMap<LocalDate, ProgramFacts> versions) {}

  private ProgramBook(Map<String, InstructionalCalendar> calendars) {
    this.calendars = calendars;
  }

  static ProgramBook read(Handle handle) {
    ProgramBook book = new ProgramBook(CalendarRows.read(handle));
    handle
        .createQuery("select * from financial_aid.program order by code")
        .map((row, context) -> Map.entry(row.getString("code"), entry(row)))
        .forEach(each -> book.entries.put(each.getKey(), each.getValue()));
    ParameterRows.inForce(handle).forEach(book::add);
    book.readEquivalencies(handle);
    return book;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Map<String, Optional<BigDecimal>> courses = new HashMap<>();
    Stored.read(row.getString("courses"), new TypeReference<List<ProgramCourse>>() {})
        .forEach(course -> courses.put(course.sourcedId(), course.credits()));
    return new Entry(
        row.getString("title"),
        courses,
        Set.copyOf(
            Stored.read(row.getString("competencies"), new TypeReference<List<String>>() {})),
        new HashSet<>(),
        new TreeMap<>());
  }

  /** A version ends the day before the next of its program begins. */
  private void add(ProgramFacts facts) {
    Entry entry = entries.get(facts.identity().programId());
    if (entry != null) {
      LocalDate from = facts.identity().effectiveFrom();
      Map.Entry<LocalDate, ProgramFacts> before = entry.versions().lowerEntry(from);
      if (before != null) {
        entry
            .versions()
            .put(
                before.getKey(),
                ParameterRows.titled(
                    before.getValue(), entry.title(), Optional.of(from.minusDays(1))));
      }
      entry.versions().put(from, ParameterRows.titled(facts, entry.title(), Optional.empty()));
    }
  }

  private void readEquivalencies(Handle handle) {
    handle
        .createQuery(
            "select * from financial_aid.equivalency order by program, unit_id, effective_from")
        .map((row, context) -> Map.entry(row.getString("program"), equivalency(row)))
        .forEach(each -> {
          Entry entry = entries.get(each.getKey());
          if (entry != null) {
            entry.worth().add(each.getValue().unitId());
            entry
                .versions()
                .values()
                .forEach(
                    version -> equivalencies.add(of(each.getValue(), version.programVersionId())));
          }
        });
  }

  private static Equivalency equivalency(ResultSet row) throws SQLException {
    return new Equivalency(
        row.getString("unit_id"),
        row.getString("program"),
        row.getBigDecimal("units"),
        UnitMeasure.valueOf(row.getString("measure")),
        Stored.optionalNumber(row, "expected_weeks"),
        Stored.day(row, "effective_from"),
        Stored.optionalText(row, "approval_ref"),
        Stored.instant(row, "known_at"));
  }

  private static Equivalency of(Equivalency each, String version) {
    return new Equivalency(
        each.unitId(),
        version,
        each.units(),
        each.measure(),
        each.expectedWeeks(),
        each.effectiveFrom(),
        each.approvalRef(),
        each.sourceAsOf());
  }

  ProgramCatalogue catalogue() {
    Map<String, ProgramFacts> programs = new HashMap<>();
    entries
        .values()
        .forEach(entry ->
            entry.versions().values().forEach(each -> programs.put(each.programVersionId(), each)));
    return new ProgramCatalogue(programs, equivalencies, calendars);
  }

  /** The version for a learner who begins on a day. */
  Optional<ProgramFacts> version(String program, LocalDate begin) {
    return Optional.ofNullable(entries.get(program))
        .map(entry -> entry.versions().floorEntry(begin))
        .map(Map.Entry::getValue);
  }

  /**
   * Whether a unit is coursework of a program: in direct assessment the competencies that its
   * requirements name, elsewhere its courses, and in both what has an equivalency.
   */
  boolean holds(String program, boolean directAssessment, Kind kind, String unitId) {
    Entry entry = entries.get(program);
    if (entry == null) {
      return false;
    }
    boolean listed =
        directAssessment
            ? kind == Kind.COMPETENCY && entry.competencies().contains(unitId)
            : kind == Kind.COURSE && entry.courses().containsKey(unitId);
    return listed || entry.worth().contains(unitId);
  }

  /** Credits that the catalogue states for a course of a program. */
  Optional<BigDecimal> credits(String program, String unitId) {
    return Optional.ofNullable(entries.get(program))
        .flatMap(entry -> entry.courses().getOrDefault(unitId, Optional.empty()));
  }
}
