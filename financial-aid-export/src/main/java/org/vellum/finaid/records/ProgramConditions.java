package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.ProgramCodes;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.export.RowError.Severity;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.AidMethods.AnnualLimitYear;
import org.vellum.finaid.facts.model.AidMethods.PellFormulaCode;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.period.model.PeriodSchedule;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.program.model.ProgramFinding;

/** What is wrong with a program. */
final class ProgramConditions {
  private static final Map<String, String> COLUMNS =
      Map.of(
          "length/units", "unitsInProgram",
          "length/weeks", "weeksInProgram",
          "academicYear/units", "ayUnits",
          "academicYear/weeks", "ayWeeks",
          "measure", "unitMeasure");

  private final ProgramFacts program;
  private final Condition.Place place;
  private final List<RowError> errors = new ArrayList<>();

  private ProgramConditions(ProgramFacts program) {
    this.program = program;
    this.place =
        new Condition.Place(
            Entities.PROGRAM_VERSION.name(), ProgramRows.id(program.programVersionId()));
  }

  /** All of it; of severity RUN if an academic year is too short in the only program. */
  static List<RowError> of(ProgramFacts program, ProgramCatalogue catalogue, Ruleset ruleset) {
    ProgramConditions conditions = new ProgramConditions(program);
    conditions.terms(catalogue.programs().size() == 1);
    conditions.codes();
    conditions.methods();
    program
        .calendarId()
        .filter(id -> !catalogue.calendars().containsKey(id))
        .ifPresent(id -> conditions.add(Condition.CALENDAR_UNKNOWN, "calendarId", id));
    conditions.calendarTerms(
        program
            .calendarId()
            .map(catalogue.calendars()::get)
            .map(InstructionalCalendar::terms)
            .orElse(List.of()));
    if (conditions.errors.isEmpty()) {
      conditions.remainder(ruleset);
    }
    return conditions.errors;
  }

  /** Of a program with terms: it needs some, one after another. */
  private void calendarTerms(List<InstructionalCalendar.Term> terms) {
    if (!program.terms().calendar().hasTerms() || !errors.isEmpty()) {
      return;
    }
    String calendar = program.calendarId().orElse("");
    if (terms.isEmpty()) {
      add(Condition.TERMS_MISSING, "calendarId", calendar);
    }
    LocalDate free = LocalDate.MIN;
    for (InstructionalCalendar.Term each :
        terms.stream().sorted(Comparator.comparing(InstructionalCalendar.Term::from)).toList()) {
      if (each.from().isBefore(free) || each.to().isBefore(each.from())) {
        add(Condition.TERM_OVERLAP, "calendarId", calendar);
        return;
      }
      free = each.to().plusDays(1);
    }
  }

  private void terms(boolean only) {
    for (ProgramFinding finding : program.terms().findings()) {
      Condition condition = Condition.valueOf(finding.code().name());
      Severity severity =
          only && condition == Condition.AY_BELOW_MINIMUM ? Severity.RUN : condition.severity();
      errors.add(
          condition.at(
              severity, place, COLUMNS.getOrDefault(finding.place(), finding.place()), ""));
    }
  }

  private void codes() {
    String cip = program.identity().cipCode();
    if (!isCip(cip)) {
      add(Condition.CIP_INVALID, "cipCode", cip);
    }
    String credential = program.identity().credentialLevel();
    if (!ProgramCodes.isCredentialLevel(credential)) {
      add(Condition.CREDENTIAL_INVALID, "credentialLevel", credential);
    }
    Optional<BigDecimal> published =
        program.publishedLength().map(ProgramFacts.PublishedLength::amount);
    if (published.filter(amount -> amount.signum() > 0).isEmpty()) {
      add(
          Condition.LENGTH_INVALID,
          "publishedLength",
          published.map(BigDecimal::toPlainString).orElse(""));
    }
  }

  private static boolean isCip(String code) {
    if (code.length() != 7) {
      return false;
    }
    for (int i = 0; i < 7; i++) {
      char c = code.charAt(i);
      boolean fits = i == 2 ? c == '.' : c >= '0' && c <= '9';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private void methods() {
    AidMethods methods = program.methods();
    CalendarType calendar = program.terms().calendar();
    if (!formulas(calendar).contains(methods.pellFormula())) {
      add(Condition.FORMULA_MISMATCH, "pellFormula", methods.pellFormula().code());
    } else if (methods.pellFormula() == PellFormulaCode.F5A
        && program.delivery() != ProgramFacts.Delivery.CORRESPONDENCE) {
      add(Condition.FORMULA_MISMATCH, "pellFormula", methods.pellFormula().code());
    }
    if (calendar.paysByCompletion() && methods.annualLimitYear() != AnnualLimitYear.BBAY3) {
      add(Condition.FORMULA_MISMATCH, "annualLimitYear", methods.annualLimitYear().name());
    }
  }

  /** Without terms 4, or 5A by correspondence; with terms 1 to 3, or 5B by correspondence. */
  private static List<PellFormulaCode> formulas(CalendarType calendar) {
    return switch (calendar) {
      case NON_TERM -> List.of(PellFormulaCode.F4, PellFormulaCode.F5A);
      case CLOCK_HOUR -> List.of(PellFormulaCode.F4);
      case SUBSCRIPTION -> List.of(PellFormulaCode.F1, PellFormulaCode.F2, PellFormulaCode.F3);
      case STANDARD_TERM, NONSTANDARD_SE, NONSTANDARD_NSE ->
          List.of(PellFormulaCode.F1, PellFormulaCode.F2, PellFormulaCode.F3, PellFormulaCode.F5B);
    };
  }

  private void remainder(Ruleset ruleset) {
    if (!program.terms().calendar().paysByCompletion()) {
      return;
    }
    PeriodSchedule schedule =
        PeriodSchedule.of(program.terms().length(), program.terms().academicYear(), ruleset);
    if (schedule.warnings().contains(PeriodSchedule.Warning.REMAINDER_ZERO_MEASURE)) {
      add(Condition.REMAINDER_ZERO_MEASURE, "unitsInProgram", "");
    }
    if (schedule.remainderExceedsYearInOneMeasure()) {
      add(Condition.REMAINDER_OVER_AY_ONE_MEASURE, "unitsInProgram", "");
    }
  }

  private void add(Condition condition, String field, String value) {
    errors.add(condition.at(place, field, value));
  }
}
