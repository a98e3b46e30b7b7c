package org.vellum.finaid.week.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.Ruleset;

class InstructionalWeeksTest {
  private static final LocalDate MONDAY = LocalDate.of(2025, 9, 1);
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  @Test
  void a_week_that_is_wholly_vacation_does_not_count() {
    List<DateRange> vacation = List.of(days(14, 18));
    Set<LocalDate> instruction =
        InstructionalWeeks.daysOfInstruction(days(0, 34), WEEKDAYS, vacation);
    assertThat(ends(instruction, List.of())).hasSize(4).doesNotContain(MONDAY.plusDays(20));
  }

  @Test
  void a_week_with_one_day_of_instruction_counts() {
    List<DateRange> vacation = List.of(days(14, 17));
    assertThat(
            ends(InstructionalWeeks.daysOfInstruction(days(0, 34), WEEKDAYS, vacation), List.of()))
        .hasSize(5);
  }

  @Test
  void overlapping_courses_share_their_weeks() {
    Set<LocalDate> both =
        new HashSet<>(InstructionalWeeks.daysOfInstruction(days(0, 27), WEEKDAYS, List.of()));
    both.addAll(InstructionalWeeks.daysOfInstruction(days(9, 41), WEEKDAYS, List.of()));
    assertThat(ends(both, List.of())).hasSize(6);
  }

  @Test
  void a_block_may_begin_six_days_before_the_first_class() {
    Set<LocalDate> instruction = Set.of(MONDAY);
    assertThat(new InstructionalWeeks(MONDAY.minusDays(6)).ends(instruction, List.of()))
        .containsExactly(MONDAY);
  }

  @Test
  void a_week_on_leave_does_not_count_and_one_partly_on_leave_does() {
    Set<LocalDate> instruction =
        InstructionalWeeks.daysOfInstruction(
            days(0, 27), EnumSet.allOf(DayOfWeek.class), List.of());
    assertThat(ends(instruction, List.of(days(7, 13)))).hasSize(3);
    assertThat(ends(instruction, List.of(days(8, 13)))).hasSize(4);
  }

  @Test
  void engaged_weeks_are_counted_beside_elapsed_ones_and_marked_as_our_reading() {
    Set<LocalDate> instruction =
        InstructionalWeeks.daysOfInstruction(days(0, 27), WEEKDAYS, List.of());
    InstructionalWeeks weeks = new InstructionalWeeks(MONDAY);
    var engaged =
        weeks.engaged(
            instruction,
            List.of(),
            List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(15), MONDAY.minusDays(1)),
            RULES);
    assertThat(engaged.value()).isEqualTo(2);
    assertThat(engaged.rule().reading()).isEqualTo(Rule.Reading.OURS);
    assertThat(weeks.elapsed(instruction, List.of(), RULES).value()).isEqualTo(4);
  }

  @Test
  void days_in_the_wrong_order_are_refused() {
    assertThatThrownBy(() -> days(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<LocalDate> ends(Set<LocalDate> instruction, List<DateRange> leaves) {
    return new InstructionalWeeks(MONDAY).ends(instruction, leaves);
  }

  private static DateRange days(int first, int last) {
    return new DateRange(MONDAY.plusDays(first), MONDAY.plusDays(last));
  }
}
