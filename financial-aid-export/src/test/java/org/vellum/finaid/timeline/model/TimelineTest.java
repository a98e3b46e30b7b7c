package org.vellum.finaid.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.pell.model.AwardYear;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.ProgressPoint;

class TimelineTest {
  private static final LocalDate START = LocalDate.of(2025, 9, 1);

  @Test
  void a_slow_learner_is_projected_by_the_own_pace() {
    // The Handbook's appendix A, example 2, after the first 12 hours in 18 weeks.
    Timeline timeline = timeline(18, point(18, 12));
    TimelinePeriod second = timeline.periods().get(1);
    assertThat(second.scheduledEnd()).isEqualTo(endOf(30));
    assertThat(second.projectedEnd()).contains(endOf(36));
    assertThat(timeline.years().getFirst().projectedEnd()).contains(endOf(36));
    assertThat(timeline.periods().getFirst().projectedEnd()).contains(endOf(18));
  }

  @Test
  void a_fast_learner_is_projected_to_the_schedule() {
    TimelinePeriod second = timeline(15, point(15, 20)).periods().get(1);
    assertThat(second.projectedEnd()).contains(endOf(30));
  }

  @Test
  void nothing_is_projected_before_a_unit_is_earned() {
    assertThat(timeline(4, point(4, 0)).periods())
        .allSatisfy(period -> assertThat(period.projectedEnd()).isEmpty());
  }

  @Test
  void what_should_be_done_already_is_projected_to_the_next_day() {
    // All units are there and the weeks by the calendar too, but one week did not count.
    Timeline timeline = timeline(16, new ProgressPoint(endOf(15), UnitsAndWeeks.of(12, 14)));
    assertThat(timeline.periods().getFirst().projectedEnd()).contains(endOf(16).plusDays(1));
  }

  @Test
  void award_years_are_named_for_periods_that_have_begun() {
    Timeline timeline = timeline(36, point(18, 12), point(36, 24));
    assertThat(timeline.periods().get(1).awardYears().orElseThrow().value())
        .extracting(AwardYear::code)
        .containsExactly("2025-26");
    assertThat(timeline.periods().get(2).awardYears().orElseThrow().value())
        .extracting(AwardYear::code)
        .containsExactly("2025-26", "2026-27");
    assertThat(timeline.periods().get(3).awardYears()).isEmpty();
  }

  private static Timeline timeline(int asOfWeek, ProgressPoint... points) {
    return Timeline.of(
        UnitsAndWeeks.of(48, 60),
        UnitsAndWeeks.of(24, 30),
        START,
        endOf(asOfWeek),
        CumulativeTotals.of(Arrays.asList(points)),
        Ruleset.US_TIV_2025_1);
  }

  private static ProgressPoint point(int week, int units) {
    return new ProgressPoint(endOf(week), UnitsAndWeeks.of(units, week));
  }

  private static LocalDate endOf(int week) {
    return START.plusDays(week * 7L - 1);
  }
}
