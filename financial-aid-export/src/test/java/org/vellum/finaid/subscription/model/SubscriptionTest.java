package org.vellum.finaid.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.subscription.model.StatusChanges.Attended;
import org.vellum.finaid.subscription.model.SubscriptionPeriod.Disbursement;

class SubscriptionTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;

  @Test
  void hours_add_up_across_full_time_and_half_time_versions() {
    // FSA Handbook, volume 3, chapter 1, appendix B, example 2
    List<SubscriptionPeriod> periods = periods(48, 12, 12, 6, 6, 6, 6, 6, 6);
    assertThat(periods)
        .extracting(period -> period.requiredHours().intValueExact())
        .containsExactly(0, 0, 12, 24, 30, 36, 42, 48);
    assertThat(periods.get(6).withinProgram()).isTrue();
    assertThat(periods.get(7).withinProgram()).isFalse();
  }

  @Test
  void a_disbursement_waits_for_the_hours() {
    SubscriptionPeriod seventh = periods(96, 12, 12, 12, 12, 12, 12, 12).get(6);
    assertThat(seventh.disbursement(new BigDecimal(57), true))
        .isEqualTo(Disbursement.HOURS_MISSING);
    assertThat(seventh.disbursement(new BigDecimal(60), true)).isEqualTo(Disbursement.ALLOWED);
  }

  @Test
  void nothing_is_disbursed_for_a_period_in_which_nothing_new_was_begun() {
    assertThat(periods(48, 12, 12).get(1).disbursement(new BigDecimal(12), false))
        .isEqualTo(Disbursement.NOTHING_NEW_BEGUN);
  }

  @Test
  void nothing_is_disbursed_once_the_requirement_reaches_the_program() {
    assertThat(periods(48, 12, 12, 12, 12, 12, 12).get(5).disbursement(new BigDecimal(48), true))
        .isEqualTo(Disbursement.PROGRAM_USED_UP);
  }

  @Test
  void the_hours_left_lower_the_intensity_of_the_last_period() {
    // Appendix B, example 4: six hours are left in a period of twelve.
    SubscriptionPeriod last = periods(48, 12, 12, 12, 12, 12).getLast();
    BigDecimal fullTime = new BigDecimal(12);
    assertThat(last.intensity(new BigDecimal(6), fullTime, RULES).value())
        .isEqualByComparingTo("50");
    assertThat(last.intensity(new BigDecimal(30), fullTime, RULES).value())
        .isEqualByComparingTo("100");
  }

  @Test
  void a_status_may_change_once_in_an_academic_year() {
    assertThat(StatusChanges.yearsWithSeveral(attended(12, 12, 6, 6))).isEmpty();
    assertThat(StatusChanges.yearsWithSeveral(attended(12, 6, 12, 6))).containsExactly(2);
  }

  private static List<SubscriptionPeriod> periods(int program, int... hours) {
    return SubscriptionPeriod.of(
        IntStream.of(hours).mapToObj(BigDecimal::valueOf).toList(),
        BigDecimal.valueOf(program),
        RULES);
  }

  /** Two periods make a year. */
  private static List<Attended> attended(int... hours) {
    return IntStream.range(0, hours.length)
        .mapToObj(i -> new Attended(i / 2 + 1, BigDecimal.valueOf(hours[i])))
        .toList();
  }
}
