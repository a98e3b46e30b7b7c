package org.vellum.finaid.records;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.export.PackageAssembly;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.Equivalencies;
import org.vellum.finaid.facts.model.Equivalency;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.timeline.model.ProgramRules;
import org.vellum.finaid.week.model.DateRange;

/** The records of a catalogue, in an order that does not depend on its own. */
final class CatalogueRecords {
  private static final BigDecimal LARGEST = new BigDecimal("9999.999");
  private static final int DECIMALS = 3;
  private static final int LETTERS = 16;

  private final ProgramCatalogue catalogue;
  private final Ruleset ruleset;
  private final ProgramRows rows;
  private final RecordBatch.Builder batch = new RecordBatch.Builder(Set.of());
  private final Map<String, ProgramRules> programs = new HashMap<>();

  private CatalogueRecords(ProgramCatalogue catalogue, LocalDate asOf, Ruleset ruleset) {
    this.catalogue = catalogue;
    this.ruleset = ruleset;
    this.rows = new ProgramRows(asOf, ruleset.code());
  }

  /**
   * What became of a catalogue.
   *
   * @param batch its records
   * @param programs the rules of those programs that are exported, by their identifiers
   * @param sayings by program, some letters of a hash over all records that are about it
   */
  record Made(RecordBatch batch, Map<String, ProgramRules> programs, Map<String, String> sayings) {

    static Made of(RecordBatch batch, Map<String, ProgramRules> programs) {
      Map<String, StringBuilder> hashes = new HashMap<>();
      programs.keySet().forEach(each -> hashes.put(each, new StringBuilder()));
      batch.records().stream()
          .sorted(Comparator.comparing(ExportRecord::id))
          .forEach(
              each -> about(each, hashes).forEach(program -> program.append(each.recordHash())));
      Map<String, String> sayings = new HashMap<>();
      hashes.forEach((program, all) ->
          sayings.put(
              program,
              PackageAssembly.hash(all.toString().getBytes(US_ASCII)).substring(0, LETTERS)));
      return new Made(batch, Map.copyOf(programs), Map.copyOf(sayings));
    }

    /** A calendar may be of any program. */
    private static Collection<StringBuilder> about(
        ExportRecord each, Map<String, StringBuilder> programs) {
      if (!each.entity().has("programVersionId")) {
        return programs.values();
      }
      StringBuilder program = programs.get(each.value("programVersionId").orElse(""));
      return program == null ? List.of() : List.of(program);
    }
  }

  static Made of(ProgramCatalogue catalogue, LocalDate asOf, Ruleset ruleset) {
    CatalogueRecords records = new CatalogueRecords(catalogue, asOf, ruleset);
    records.programs();
    records.equivalencies();
    records.calendars();
    return Made.of(records.batch.build(), records.programs);
  }

  private void programs() {
    Equivalencies equivalencies =
        new Equivalencies(
            catalogue.equivalencies().stream().filter(each -> isAmount(each.units())).toList());
    for (ProgramFacts program :
        sorted(catalogue.programs().values(), ProgramFacts::programVersionId)) {
      List<RowError> errors = ProgramConditions.of(program, catalogue, ruleset);
      if (batch.add(rows.program(program), errors)) {
        programs.put(
            program.programVersionId(),
            ProgramRules.of(program, catalogue, equivalencies, ruleset));
      }
    }
  }

  private void equivalencies() {
    for (Equivalency each : sorted(catalogue.equivalencies(), ProgramRows::id)) {
      List<RowError> errors = new ArrayList<>();
      Condition.Place place =
          new Condition.Place(Entities.EQUIVALENCY.name(), ProgramRows.id(each));
      if (!isAmount(each.units())) {
        errors.add(Condition.UNITS_NOT_POSITIVE.at(place, "units", each.units().toPlainString()));
      }
      Optional<BigDecimal> weeks = each.expectedWeeks();
      if (weeks.filter(amount -> !isAmount(amount)).isPresent()) {
        errors.add(
            Condition.WEEKS_NOT_POSITIVE.at(place, "expectedWeeks", weeks.get().toPlainString()));
      }
      batch.add(rows.equivalency(each), errors);
    }
  }

  private void calendars() {
    List<InstructionalCalendar> calendars =
        sorted(catalogue.calendars().values(), InstructionalCalendar::calendarId);
    for (InstructionalCalendar calendar : calendars) {
      LocalDate free = LocalDate.MIN;
      for (InstructionalCalendar.Week week :
          sorted(calendar.weeks(), InstructionalCalendar.Week::start)) {
        List<RowError> errors = List.of();
        if (week.start().isBefore(free)) {
          Condition.Place place =
              new Condition.Place(
                  Entities.INSTRUCTIONAL_WEEK.name(), ProgramRows.id(calendar, week));
          errors =
              List.of(
                  Condition.CALENDAR_WEEK_DOUBLE.at(place, "weekStart", week.start().toString()));
        }
        batch.add(rows.week(calendar, week), errors);
        free = week.start().plusDays(7);
      }
    }
    for (InstructionalCalendar calendar : calendars) {
      for (DateRange each : sorted(calendar.breaks(), DateRange::from)) {
        batch.add(rows.scheduledBreak(calendar, each));
      }
    }
  }

  static boolean isAmount(BigDecimal units) {
    return units.signum() > 0
        && units.compareTo(LARGEST) <= 0
        && units.stripTrailingZeros().scale() <= DECIMALS;
  }

  private static <T, K extends Comparable<? super K>> List<T> sorted(
      Collection<T> all, Function<T, K> by) {
    return all.stream().sorted(Comparator.comparing(by)).toList();
  }
}
