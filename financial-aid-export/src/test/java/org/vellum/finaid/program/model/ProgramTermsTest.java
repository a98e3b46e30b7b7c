package org.vellum.finaid.program.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.program.model.ProgramFinding.Code;

class ProgramTermsTest {

  @ParameterizedTest
  @CsvSource({
    "NON_TERM, SEMESTER, 24, 30",
    "NON_TERM, TRIMESTER, 24, 30",
    "NON_TERM, QUARTER, 36, 30",
    "CLOCK_HOUR, CLOCK, 900, 26",
    "NON_TERM, SEMESTER, 30, 36"
  })
  void a_year_at_the_federal_minimum_or_above_is_accepted(
      CalendarType calendar, UnitMeasure measure, String units, String weeks) {
    assertThat(terms(calendar, measure, units, weeks).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NON_TERM, SEMESTER, 23.999, 30, academicYear/units",
    "NON_TERM, QUARTER, 35, 30, academicYear/units",
    "NON_TERM, SEMESTER, 24, 29, academicYear/weeks",
    "CLOCK_HOUR, CLOCK, 899, 26, academicYear/units",
    "CLOCK_HOUR, CLOCK, 900, 25, academicYear/weeks"
  })
  void a_year_below_the_minimum_is_found_with_its_place(
      CalendarType calendar, UnitMeasure measure, String units, String weeks, String place) {
    assertThat(terms(calendar, measure, units, weeks).findings())
        .containsExactly(new ProgramFinding(Code.AY_BELOW_MINIMUM, place));
    assertThat(Code.AY_BELOW_MINIMUM.citation()).isEqualTo("34 CFR 668.3(a)");
  }

  @Test
  void an_approved_short_year_may_have_26_weeks() {
    ProgramTerms terms =
        new ProgramTerms(
            CalendarType.NON_TERM,
            ProgramLevel.UNDERGRADUATE,
            UnitMeasure.SEMESTER,
            UnitsAndWeeks.of(48, 52),
            UnitsAndWeeks.of(24, 26),
            true);
    assertThat(terms.findings()).isEmpty();
  }

  @Test
  void a_graduate_year_has_no_federal_minimum_of_units() {
    ProgramTerms terms =
        new ProgramTerms(
            CalendarType.NON_TERM,
            ProgramLevel.GRADUATE,
            UnitMeasure.SEMESTER,
            UnitsAndWeeks.of(36, 60),
            UnitsAndWeeks.of(18, 30),
            false);
    assertThat(terms.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "-1, 30", "10000, 30", "1.0001, 30"})
  void units_that_are_none_are_found(String units, String weeks) {
    assertThat(withLength(units, weeks))
        .containsExactly(new ProgramFinding(Code.UNITS_NOT_POSITIVE, "length/units"));
  }

  @ParameterizedTest
  @CsvSource({"24, 0", "24, -3", "24, 7.5", "24, 10000"})
  void weeks_that_are_none_are_found(String units, String weeks) {
    assertThat(withLength(units, weeks))
        .containsExactly(new ProgramFinding(Code.WEEKS_NOT_POSITIVE, "length/weeks"));
  }

  @ParameterizedTest
  @CsvSource({"NON_TERM, CLOCK, 900, 30", "CLOCK_HOUR, SEMESTER, 24, 30"})
  void clock_hours_belong_to_their_own_calendar(
      CalendarType calendar, UnitMeasure measure, String units, String weeks) {
    assertThat(terms(calendar, measure, units, weeks).findings())
        .containsExactly(new ProgramFinding(Code.CALENDAR_MISMATCH, "measure"));
  }

  private static List<ProgramFinding> withLength(String units, String weeks) {
    return new ProgramTerms(
            CalendarType.NON_TERM,
            ProgramLevel.UNDERGRADUATE,
            UnitMeasure.SEMESTER,
            UnitsAndWeeks.of(units, weeks),
            UnitsAndWeeks.of(24, 30),
            false)
        .findings();
  }

  private static ProgramTerms terms(
      CalendarType calendar, UnitMeasure measure, String units, String weeks) {
    return new ProgramTerms(
        calendar,
        ProgramLevel.UNDERGRADUATE,
        measure,
        UnitsAndWeeks.of(960, 120),
        UnitsAndWeeks.of(units, weeks),
        false);
  }
}
