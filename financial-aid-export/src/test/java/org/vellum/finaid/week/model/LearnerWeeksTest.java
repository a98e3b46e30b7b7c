package org.vellum.finaid.week.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LearnerWeeksTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 9, 3);

  @Test
  void a_program_that_is_always_open_has_the_weeks_that_are_counted_day_by_day() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(668);
    for (int i = 0; i < 500; i++) {
      LocalDate until = FIRST.plusDays(random.nextInt(300));
      List<DateRange> leaves = new ArrayList<>();
      for (int leave = random.nextInt(4); leave > 0; leave--) {
        LocalDate from = FIRST.plusDays(random.nextInt(250) - 10);
        leaves.add(new DateRange(from, from.plusDays(random.nextInt(40))));
      }
      List<LocalDate> days = FIRST.datesUntil(until.plusDays(1)).toList();
      List<LocalDate> expected =
          new InstructionalWeeks(FIRST)
              .ends(days, leaves).stream().filter(end -> !end.isAfter(until)).toList();
      assertThat(new LearnerWeeks(FIRST, until).open(leaves)).isEqualTo(expected);
    }
  }

  @Test
  void a_week_of_the_school_s_calendar_may_begin_before_the_learner() {
    LocalDate monday = LocalDate.of(2025, 9, 1);
    List<LocalDate> weeks = List.of(monday.minusDays(7), monday, monday.plusDays(14));
    assertThat(new LearnerWeeks(FIRST, monday.plusDays(20)).of(weeks, List.of()))
        .containsExactly(monday.plusDays(6), monday.plusDays(20));
    assertThat(new LearnerWeeks(FIRST, monday.plusDays(19)).of(weeks, List.of()))
        .containsExactly(monday.plusDays(6));
  }
}
