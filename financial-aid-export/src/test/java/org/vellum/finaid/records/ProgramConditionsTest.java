package org.vellum.finaid.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.Equivalency;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.program.model.CalendarType;

class ProgramConditionsTest {
  static final Set<Condition> TRIED =
      cases().map(each -> each.condition).collect(Collectors.toUnmodifiableSet());

  record Case(Condition condition, String column, Consumer<AProgram> change) {
    @Override
    public String toString() {
      return condition + " in " + column;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_fault_is_found_and_no_other(Case each) {
    AProgram program = new AProgram();
    each.change.accept(program);
    // A second program, in order: the first can be rejected without the run.
    AProgram other = new AProgram();
    other.id = "other:1";
    program.others.add(other.facts());
    RecordBatch batch = batch(program);
    assertThat(batch.errors())
        .isNotEmpty()
        .allSatisfy(error -> {
          assertThat(error.code()).isEqualTo(each.condition.code());
          assertThat(error.severity()).isEqualTo(each.condition.severity());
          assertThat(error.citation()).isEqualTo(each.condition.citation());
          assertThat(error.field()).isEqualTo(each.column);
        });
    boolean rejects = each.condition.severity() != RowError.Severity.WARN;
    assertThat(batch.rejected().isEmpty()).isEqualTo(!rejects);
    assertThat(batch.stopsTheRun()).isEqualTo(each.condition.severity() == RowError.Severity.RUN);
    assertThat(batch.records()).anySatisfy(left -> assertThat(left.id()).isEqualTo("pv:other:1"));
  }

  static Stream<Case> cases() {
    return Stream.of(amounts(), methods(), terms()).flatMap(each -> each);
  }

  private static Stream<Case> amounts() {
    return Stream.of(
        new Case(
            Condition.AY_BELOW_MINIMUM,
            "ayUnits",
            each -> each.year = UnitsAndWeeks.of("35.9", "30")),
        new Case(
            Condition.AY_BELOW_MINIMUM, "ayWeeks", each -> each.year = UnitsAndWeeks.of(45, 29)),
        new Case(
            Condition.UNITS_NOT_POSITIVE,
            "unitsInProgram",
            each -> each.length = UnitsAndWeeks.of("0", "60")),
        new Case(
            Condition.UNITS_NOT_POSITIVE,
            "units",
            each -> each.equivalencies.add(worth("-1", Optional.empty()))),
        new Case(
            Condition.WEEKS_NOT_POSITIVE,
            "weeksInProgram",
            each -> each.length = UnitsAndWeeks.of("58.5", "60.5")),
        new Case(
            Condition.WEEKS_NOT_POSITIVE,
            "expectedWeeks",
            each -> each.equivalencies.add(worth("1", Optional.of(BigDecimal.ZERO)))),
        new Case(
            Condition.CALENDAR_UNKNOWN,
            "calendarId",
            each -> each.calendarId = Optional.of("nowhere")),
        new Case(
            Condition.CALENDAR_MISMATCH,
            "unitMeasure",
            each -> {
              each.measure = UnitMeasure.CLOCK;
              each.year = UnitsAndWeeks.of(900, 30);
            }));
  }

  private static Stream<Case> methods() {
    return Stream.of(
        formula(AidMethods.PellFormulaCode.F1, CalendarType.NON_TERM),
        formula(AidMethods.PellFormulaCode.F5A, CalendarType.NON_TERM),
        formula(AidMethods.PellFormulaCode.F4, CalendarType.SUBSCRIPTION),
        formula(AidMethods.PellFormulaCode.F4, CalendarType.STANDARD_TERM),
        new Case(
            Condition.FORMULA_MISMATCH,
            "annualLimitYear",
            each ->
                each.methods =
                    new AidMethods(
                        AidMethods.PellFormulaCode.F4,
                        AidMethods.AnnualLimitYear.BBAY1,
                        AidMethods.ReturnBasis.PAYMENT_PERIOD)),
        new Case(Condition.CIP_INVALID, "cipCode", each -> each.cip = "110701"),
        new Case(Condition.CREDENTIAL_INVALID, "credentialLevel", each -> each.credential = "3"),
        new Case(
            Condition.LENGTH_INVALID, "publishedLength", each -> each.published = Optional.empty()),
        new Case(
            Condition.REMAINDER_ZERO_MEASURE,
            "unitsInProgram",
            each -> each.length = UnitsAndWeeks.of(90, 65)),
        new Case(
            Condition.REMAINDER_OVER_AY_ONE_MEASURE,
            "unitsInProgram",
            each -> each.length = UnitsAndWeeks.of(112, 50)),
        new Case(
            Condition.CALENDAR_WEEK_DOUBLE,
            "weekStart",
            each -> each.calendars.put("c-1", overlapping())));
  }

  private static Stream<Case> terms() {
    return Stream.of(
        new Case(
            Condition.TERMS_MISSING,
            "calendarId",
            each -> {
              each.withTerms();
              each.calendarId = Optional.empty();
            }),
        new Case(
            Condition.TERM_OVERLAP,
            "calendarId",
            each -> each.withTerms(AProgram.term("Short", "2025-11-30", "2025-12-20", 2025))));
  }

  private static Case formula(AidMethods.PellFormulaCode formula, CalendarType calendar) {
    return new Case(
        Condition.FORMULA_MISMATCH,
        "pellFormula",
        each -> {
          each.calendar = calendar;
          each.methods =
              new AidMethods(
                  formula, AidMethods.AnnualLimitYear.BBAY3, AidMethods.ReturnBasis.PAYMENT_PERIOD);
        });
  }

  private static Equivalency worth(String units, Optional<BigDecimal> weeks) {
    return new Equivalency(
        "c-1",
        AProgram.ID,
        new BigDecimal(units),
        UnitMeasure.QUARTER,
        weeks,
        ALearner.START,
        Optional.empty(),
        ALearner.SOURCE);
  }

  private static InstructionalCalendar overlapping() {
    LocalDate monday = ALearner.START;
    return new InstructionalCalendar(
        "c-1",
        List.of(week(monday), week(monday.plusDays(6))),
        List.of(),
        List.of(),
        ALearner.SOURCE);
  }

  private static InstructionalCalendar.Week week(LocalDate start) {
    return new InstructionalCalendar.Week(
        start, true, InstructionalCalendar.Reason.ASYNC_AVAILABLE);
  }

  @Test
  void a_year_that_is_too_short_stops_the_run_if_there_is_no_other_program() {
    AProgram program = new AProgram();
    program.year = UnitsAndWeeks.of(45, 29);
    assertThat(batch(program).stopsTheRun()).isTrue();
  }

  @Test
  void a_program_that_is_rejected_takes_its_equivalencies_and_enrollments_with_it() {
    AProgram program = new AProgram();
    program.cip = "nothing";
    program.equivalencies.add(worth("1", Optional.empty()));
    LearnerRecords records =
        LearnerRecords.by(program.catalogue(), ALearner.AS_OF, Ruleset.US_TIV_2025_1);
    assertThat(records.ofPrograms().errors())
        .extracting(RowError::code)
        .containsExactly("CIP_INVALID", "REFERENCE_MISSING");
    RecordBatch ofLearner = records.of(ALearner.of("1").facts());
    assertThat(ofLearner.rejected()).containsEntry("enrollment", 1);
    assertThat(ofLearner.records()).singleElement().hasToString("student st:S-1");
  }

  @Test
  void the_published_length_needs_an_amount() {
    AProgram program = new AProgram();
    program.published =
        Optional.of(
            new ProgramFacts.PublishedLength(
                BigDecimal.ZERO, ProgramFacts.PublishedLength.Unit.MONTHS));
    assertThat(batch(program).errors())
        .extracting(RowError::code)
        .containsExactly("LENGTH_INVALID");
  }

  private static RecordBatch batch(AProgram program) {
    return LearnerRecords.by(program.catalogue(), ALearner.AS_OF, Ruleset.US_TIV_2025_1)
        .ofPrograms();
  }
}
