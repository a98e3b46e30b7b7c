package org.vellum.finaid.withdrawal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.week.model.DateRange;

class WithdrawalTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final LocalDate START = LocalDate.of(2025, 1, 6);

  @ParameterizedTest
  @CsvSource({
    "6001, 10000, 60.0, 100.0, true",
    "6000, 10000, 60.0, 60.0, false",
    "5999, 10000, 60.0, 60.0, false",
    "44446, 100000, 44.4, 44.4, false",
    "4486, 10000, 44.9, 44.9, false"
  })
  void past_sixty_percent_is_exact_and_rounding_happens_once(
      int completed, int total, String percent, String earned, boolean past) {
    PartCompleted part = PartCompleted.ofDays(completed, total, RULES);
    assertThat(part.percent()).hasToString(percent);
    assertThat(part.percentEarned()).hasToString(earned);
    assertThat(part.isPastSixtyPercent()).isEqualTo(past);
  }

  @Test
  void a_break_after_the_withdrawal_is_taken_from_the_whole_only() {
    DaysOfPeriod days = days(60, List.of(range(70, 78)), List.of());
    assertThat(days.breakDaysAfter()).isEqualTo(9);
    assertThat(days.completed()).isEqualTo(60);
    assertThat(days.total()).isEqualTo(105);
  }

  @Test
  void a_break_of_four_days_is_not_excluded_and_one_of_five_is() {
    assertThat(days(60, List.of(range(10, 13)), List.of()).total()).isEqualTo(114);
    assertThat(days(60, List.of(range(10, 14)), List.of()).total()).isEqualTo(109);
  }

  @Test
  void a_day_in_a_break_and_on_leave_is_excluded_once() {
    DaysOfPeriod days = days(60, List.of(range(10, 18)), List.of(range(15, 24)));
    assertThat(days.breakDaysBefore()).isEqualTo(9);
    assertThat(days.leaveDays()).isEqualTo(6);
    assertThat(days.completed()).isEqualTo(45);
    assertThat(days.total()).isEqualTo(99);
  }

  @Test
  void the_day_of_withdrawal_is_completed_and_lies_in_the_period() {
    assertThat(days(1, List.of(), List.of()).completed()).isEqualTo(1);
    assertThatThrownBy(() -> days(115, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_fast_learner_does_not_shorten_the_period() {
    Projection projection =
        Projection.byUnits(105, 20, new BigDecimal(12), new BigDecimal(8), BigDecimal.ZERO, RULES);
    assertThat(projection.projectedDays()).isEqualTo(30);
    assertThat(projection.totalDays()).isEqualTo(105);
  }

  @Test
  void units_that_were_only_failed_are_made_up_at_their_own_pace() {
    // The Handbook's example 22 in units: one of three courses of five credits, failed in 49 days.
    assertThat(
            Projection.byUnits(
                    105, 49, new BigDecimal(15), BigDecimal.ZERO, new BigDecimal(5), RULES)
                .totalDays())
        .isEqualTo(196);
  }

  @Test
  void a_part_of_the_lessons_gives_the_days_of_a_course() {
    assertThat(Projection.byCourses(105, 20, Fraction.of(1, 2), 3, 0, RULES).totalDays())
        .isEqualTo(120);
  }

  @Test
  void where_nothing_was_earned_others_say_how_long_it_takes() {
    Projection similar = Projection.byOthers(105, 140, Projection.Method.SIMILAR_STUDENTS, RULES);
    assertThat(similar.totalDays()).isEqualTo(140);
    assertThat(similar.method()).isEqualTo(Projection.Method.SIMILAR_STUDENTS);
    assertThat(Projection.byOthers(105, 90, Projection.Method.LONGEST_STUDENT, RULES).totalDays())
        .isEqualTo(105);
  }

  @Test
  void an_end_that_is_the_same_for_all_moves_by_the_days_spent_in_failed_courses() {
    assertThat(Projection.byCalendar(105, 35, RULES).totalDays()).isEqualTo(140);
  }

  @ParameterizedTest
  @CsvSource({"60, false", "61, true"})
  void a_confirmed_return_within_sixty_days_is_no_withdrawal(int days, boolean withdrawn) {
    LocalDate ceased = LocalDate.of(2025, 4, 1);
    Absence absence =
        new Absence(ceased, Optional.of(ceased.plusDays(days)), false, Optional.empty());
    assertThat(absence.isWithdrawal(RULES).value()).isEqualTo(withdrawn);
    assertThat(absence.firstDayTooLong()).isEqualTo(LocalDate.of(2025, 6, 1));
  }

  @Test
  void without_leave_and_confirmation_an_absence_is_a_withdrawal() {
    LocalDate ceased = LocalDate.of(2025, 4, 1);
    assertThat(
            new Absence(ceased, Optional.empty(), false, Optional.empty())
                .isWithdrawal(RULES)
                .value())
        .isTrue();
    assertThat(
            new Absence(ceased, Optional.empty(), true, Optional.empty())
                .isWithdrawal(RULES)
                .value())
        .isFalse();
  }

  @Test
  void in_a_subscription_period_the_return_must_lie_inside_of_it() {
    LocalDate ceased = LocalDate.of(2025, 4, 1);
    Optional<LocalDate> back = Optional.of(ceased.plusDays(30));
    assertThat(
            new Absence(ceased, back, false, Optional.of(ceased.plusDays(29)))
                .isWithdrawal(RULES)
                .value())
        .isTrue();
    assertThat(
            new Absence(ceased, back, false, Optional.of(ceased.plusDays(30)))
                .isWithdrawal(RULES)
                .value())
        .isFalse();
  }

  @Test
  void twelve_months_begin_with_a_leave_and_days_in_two_leaves_count_once() {
    LocalDate first = LocalDate.of(2025, 4, 12);
    List<DateRange> leaves =
        List.of(
            new DateRange(first, first.plusDays(99)),
            new DateRange(first.plusDays(90), first.plusDays(119)),
            new DateRange(first.plusYears(1), first.plusYears(1).plusDays(129)));
    assertThat(ApprovedLeaves.mostDaysInTwelveMonths(leaves, RULES).value()).isEqualTo(130);
  }

  @Test
  void a_leave_over_the_end_of_twelve_months_goes_on_in_the_next() {
    LocalDate first = LocalDate.of(2025, 4, 12);
    List<DateRange> leaves =
        List.of(
            new DateRange(first, first.plusDays(9)),
            new DateRange(first.plusYears(1).minusDays(100), first.plusYears(1).plusDays(79)));
    assertThat(ApprovedLeaves.mostDaysInTwelveMonths(leaves, RULES).value()).isEqualTo(110);
  }

  @Test
  void in_a_short_break_the_day_of_notice_is_the_withdrawal_date() {
    LocalDate notice = LocalDate.of(2025, 3, 9);
    OfficialWithdrawal withdrawal =
        OfficialWithdrawal.during(
            new DateRange(LocalDate.of(2025, 3, 8), LocalDate.of(2025, 3, 11)), notice, RULES);
    assertThat(withdrawal.withdrawn()).isEqualTo(notice);
    assertThat(withdrawal.lastDayOfReentry()).isEqualTo(notice.plusDays(180));
    assertThat(withdrawal.fundsReturnedBy()).isEqualTo(notice.plusDays(45));
  }

  @Test
  void what_the_school_kept_is_the_charge_where_it_is_more() {
    ReturnedCharges charges =
        ReturnedCharges.of(new BigDecimal("15000"), 2, new BigDecimal("8000.00"), RULES);
    assertThat(charges.prorated()).isEqualTo("7500.00");
    assertThat(charges.institutional()).isEqualTo("8000.00");
  }

  private static DaysOfPeriod days(int withdrawal, List<DateRange> breaks, List<DateRange> leaves) {
    return DaysOfPeriod.of(range(1, 114), START.plusDays(withdrawal - 1L), breaks, leaves, RULES);
  }

  private static DateRange range(int first, int last) {
    return new DateRange(START.plusDays(first - 1L), START.plusDays(last - 1L));
  }
}
