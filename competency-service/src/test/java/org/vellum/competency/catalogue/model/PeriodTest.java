package org.vellum.competency.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PeriodTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
  private static final Optional<LocalDate> FIRST = Optional.of(DAY);
  private static final Optional<LocalDate> SECOND = Optional.of(LocalDate.of(2027, 9, 1));

  @Test
  void a_period_without_another_is_what_is_left_on_either_side() {
    Period all = Period.ALWAYS;
    Period year = new Period(FIRST, SECOND);

    assertThat(all.without(year))
        .containsExactly(new Period(Optional.empty(), FIRST), new Period(SECOND, Optional.empty()));
    assertThat(year.without(all)).isEmpty();
    assertThat(year.without(new Period(SECOND, Optional.empty()))).containsExactly(year);
    assertThat(year.holdsOn(FIRST.get())).isTrue();
    assertThat(year.holdsOn(SECOND.get())).isFalse();
  }

  @RepeatedTest(300)
  void what_is_left_without_another_are_the_days_of_the_one_only(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Period one = period(random);
    Period other = period(random);

    boolean common = false;
    for (int i = -1; i <= 10; i++) {
      LocalDate day = DAY.plusDays(i);
      assertThat(one.without(other).stream().filter(rest -> rest.holdsOn(day)).count())
          .isEqualTo(one.holdsOn(day) && !other.holdsOn(day) ? 1 : 0);
      common |= one.holdsOn(day) && other.holdsOn(day);
    }
    assertThat(one.overlaps(other)).isEqualTo(common).isEqualTo(other.overlaps(one));
  }

  /** One that has a day, among ten days and those before and after. */
  private static Period period(Random random) {
    int from = random.nextInt(9);
    int to = from + 1 + random.nextInt(10 - from);
    return new Period(
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(DAY.plusDays(from)),
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(DAY.plusDays(to)));
  }
}
