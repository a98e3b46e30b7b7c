package org.vellum.finaid.academicyear.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.loan.model.Proration;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.ProgressPoint;

class AcademicYearTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final LocalDate START = LocalDate.of(2025, 9, 1);
  private static final UnitsAndWeeks YEAR = UnitsAndWeeks.of(24, 30);

  @Test
  void the_units_that_remain_decide_on_proration_and_not_the_weeks() {
    // FSA Handbook, volume 3, chapter 1, appendix A, example 2: 24 hours are left in 24 weeks.
    AcademicYear second = years(UnitsAndWeeks.of(48, 60), point(36, 24)).get(1);
    assertThat(second.start()).contains(endOf(36).plusDays(1));
    assertThat(second.remainingUnits()).isEqualByComparingTo("24");
    assertThat(second.isShorterThanYear()).isFalse();
  }

  @Test
  void who_did_more_in_the_first_year_has_a_prorated_second() {
    // Example 3: 30 hours in 30 weeks leave 18 of a year's 24.
    AcademicYear second = years(UnitsAndWeeks.of(48, 60), point(30, 30)).get(1);
    assertThat(second.remainingUnits()).isEqualByComparingTo("18");
    assertThat(second.proration().orElseThrow().fraction().reduced()).hasToString("3/4");
    assertThat(second.proration().orElseThrow().kind()).isEqualTo(Proration.Kind.REMAINING_PERIOD);
    assertThat(second.gradeLevel()).isEqualTo(2);
  }

  @Test
  void a_year_ends_by_the_later_measure() {
    // Volume 8, chapter 6: all units of the year in 24 weeks still wait for the weeks.
    AcademicYear first = years(UnitsAndWeeks.of(48, 60), point(24, 24), point(30, 24)).getFirst();
    assertThat(first.unitsCompleted()).contains(endOf(24));
    assertThat(first.ended()).contains(endOf(30));
  }

  @Test
  void a_year_that_has_not_begun_shows_what_is_scheduled_to_remain() {
    List<AcademicYear> years = years(UnitsAndWeeks.of(30, 36), point(10, 8));
    assertThat(years).hasSize(2);
    assertThat(years.get(1).start()).isEmpty();
    assertThat(years.get(1).remainingUnits()).isEqualByComparingTo("6");
    assertThat(years.get(1).proration().orElseThrow().fraction().reduced()).hasToString("1/4");
  }

  @Test
  void units_that_remain_when_the_weeks_are_used_up_have_a_year_of_their_own() {
    List<AcademicYear> years = years(UnitsAndWeeks.of(60, 60));
    assertThat(years).hasSize(3);
    assertThat(years.getLast().threshold()).isEqualTo(UnitsAndWeeks.of(60, 60));
  }

  @Test
  void a_program_of_one_year_that_is_done_early_is_not_prorated() {
    assertThat(years(YEAR, point(26, 24)).getFirst().isShorterThanYear()).isFalse();
  }

  @Test
  void a_short_program_is_prorated_by_the_lesser_of_both_measures() {
    AcademicYear only =
        AcademicYear.of(
                UnitsAndWeeks.of(400, 12),
                UnitsAndWeeks.of(900, 26),
                START,
                CumulativeTotals.of(List.of()),
                RULES)
            .getFirst();
    assertThat(only.proration().orElseThrow().kind())
        .isEqualTo(Proration.Kind.PROGRAM_SHORTER_THAN_AY);
    assertThat(only.proration().orElseThrow().fraction().reduced()).hasToString("4/9");
  }

  private static List<AcademicYear> years(UnitsAndWeeks program, ProgressPoint... points) {
    return AcademicYear.of(program, YEAR, START, CumulativeTotals.of(Arrays.asList(points)), RULES);
  }

  private static ProgressPoint point(int week, int units) {
    return new ProgressPoint(endOf(week), UnitsAndWeeks.of(units, week));
  }

  private static LocalDate endOf(int week) {
    return START.plusDays(week * 7L - 1);
  }
}
