package org.vellum.finaid.period.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.finaid.measure.model.Rule.Reading;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

class PeriodScheduleTest {
  private static final Ruleset RULES = Ruleset.US_TIV_2025_1;
  private static final UnitsAndWeeks YEAR = UnitsAndWeeks.of(24, 30);

  @ParameterizedTest
  @CsvSource({
    "16, 20, 34 CFR 668.4(c)(1), TEXT",
    "24, 30, 34 CFR 668.4(c)(1), TEXT",
    "48, 29, 34 CFR 668.4(c)(1), TEXT",
    "24, 36, 34 CFR 668.4(c)(1), OURS",
    "48, 60, 34 CFR 668.4(c)(2)(i), TEXT",
    "40, 50, 34 CFR 668.4(c)(2)(ii), TEXT",
    "60, 50, 34 CFR 668.4(c)(2)(ii), OURS",
    "30, 36, 34 CFR 668.4(c)(2)(iii), TEXT"
  })
  void the_last_period_cites_its_rule_and_says_where_the_reading_is_ours(
      String units, String weeks, String citation, Reading reading) {
    ScheduledPeriod last =
        PeriodSchedule.of(UnitsAndWeeks.of(units, weeks), YEAR, RULES).periods().getLast();
    assertThat(last.rule().citation()).isEqualTo(citation);
    assertThat(last.rule().reading()).isEqualTo(reading);
    assertThat(last.rule().version()).isEqualTo("US-TIV-2025.1");
  }

  @Test
  void the_remainder_lies_in_a_year_of_its_own() {
    PeriodSchedule schedule = PeriodSchedule.of(UnitsAndWeeks.of(30, 36), YEAR, RULES);
    assertThat(schedule.periods())
        .extracting(ScheduledPeriod::academicYear)
        .containsExactly(1, 1, 2);
    assertThat(schedule.periods())
        .extracting(ScheduledPeriod::kind)
        .containsExactly(PeriodKind.HALF_OF_AY, PeriodKind.HALF_OF_AY, PeriodKind.REMAINDER);
  }

  @Test
  void the_midpoint_of_a_period_has_half_of_both_measures() {
    ScheduledPeriod second =
        PeriodSchedule.of(UnitsAndWeeks.of(37, 45), UnitsAndWeeks.of(36, 30), RULES)
            .periods()
            .get(1);
    assertThat(second.midpoint()).isEqualTo(UnitsAndWeeks.of("27", "22.5"));
  }

  @Test
  void a_remainder_longer_than_a_year_in_one_measure_is_seen() {
    assertThat(of("60", "50").remainderExceedsYearInOneMeasure()).isTrue();
    assertThat(of("40", "50").remainderExceedsYearInOneMeasure()).isFalse();
    assertThat(of("24", "60").remainderExceedsYearInOneMeasure()).isFalse();
  }

  @Test
  void a_program_of_nothing_is_refused() {
    assertThatThrownBy(() -> of("0", "30")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "true, 60, 50, 450, 20, 20",
    "true, 60, 50, 450, 60, 45",
    "true, 30, 50, 450, 60, 30",
    "true, 60, 10, 450, 60, 10",
    "false, 60, 50, 450, 20, 0"
  })
  void excused_absences_count_up_to_the_least_limit(
      boolean inPolicy,
      BigDecimal accreditor,
      BigDecimal state,
      BigDecimal hours,
      BigDecimal excused,
      BigDecimal counted) {
    ExcusedAbsences absences =
        new ExcusedAbsences(inPolicy, Optional.of(accreditor), Optional.of(state));
    assertThat(absences.countable(excused, hours, RULES).value()).isEqualByComparingTo(counted);
  }

  @Test
  void where_no_agency_limits_a_tenth_of_the_period_does() {
    ExcusedAbsences absences = new ExcusedAbsences(true, Optional.empty(), Optional.empty());
    var counted = absences.countable(new BigDecimal(80), new BigDecimal(450), RULES);
    assertThat(counted.value()).isEqualByComparingTo("45");
    assertThat(counted.rule().citation()).isEqualTo("34 CFR 668.4(e)");
  }

  private static PeriodSchedule of(String units, String weeks) {
    return PeriodSchedule.of(UnitsAndWeeks.of(units, weeks), YEAR, RULES);
  }
}
