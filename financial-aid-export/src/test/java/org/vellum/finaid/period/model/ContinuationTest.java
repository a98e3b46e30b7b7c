package org.vellum.finaid.period.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

class ContinuationTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final LocalDate WITHDRAWN = LocalDate.of(2025, 3, 1);

  @ParameterizedTest
  @CsvSource({
    "0, SAME_PERIOD, 34 CFR 668.4(f)",
    "180, SAME_PERIOD, 34 CFR 668.4(f)",
    "181, NEW_PERIOD, 34 CFR 668.4(g)"
  })
  void coming_back_within_180_days_goes_on_in_the_same_period(
      int days, Continuation expected, String citation) {
    var continuation = Continuation.reentry(WITHDRAWN, WITHDRAWN.plusDays(days), RULES);
    assertThat(continuation.value()).isEqualTo(expected);
    assertThat(continuation.rule().citation()).isEqualTo(citation);
  }

  @Test
  void coming_back_before_leaving_is_refused() {
    assertThatThrownBy(() -> Continuation.reentry(WITHDRAWN, WITHDRAWN.minusDays(1), RULES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_transfer_begins_a_new_period_with_what_remains_as_the_whole_program() {
    assertThat(Continuation.transfer(RULES).value()).isEqualTo(Continuation.NEW_PERIOD);
    UnitsAndWeeks remaining =
        Continuation.remaining(UnitsAndWeeks.of(900, 26), UnitsAndWeeks.of(100, 2), RULES).value();
    assertThat(PeriodSchedule.of(remaining, UnitsAndWeeks.of(900, 26), RULES).periods())
        .extracting(ScheduledPeriod::scheduled)
        .containsExactly(UnitsAndWeeks.of(400, 12), UnitsAndWeeks.of(400, 12));
  }

  @Test
  void a_program_of_which_nothing_remains_is_refused() {
    assertThatThrownBy(
            () -> Continuation.remaining(UnitsAndWeeks.of(24, 30), UnitsAndWeeks.of(24, 10), RULES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_change_of_program_may_stay_in_the_period_only_if_all_five_conditions_hold() {
    for (int missing = 0; missing < 5; missing++) {
      ChangeOfProgram change =
          new ChangeOfProgram(missing != 0, missing != 1, missing != 2, missing != 3, missing != 4);
      assertThat(Continuation.changeOfProgram(change, RULES).value())
          .isEqualTo(Continuation.NEW_PERIOD);
    }
    ChangeOfProgram all = new ChangeOfProgram(true, true, true, true, true);
    assertThat(Continuation.changeOfProgram(all, RULES).value())
        .isEqualTo(Continuation.SAME_PERIOD);
  }
}
