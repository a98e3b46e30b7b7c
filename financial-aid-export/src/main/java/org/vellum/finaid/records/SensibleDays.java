package org.vellum.finaid.records;

import java.time.LocalDate;
import java.util.Optional;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.facts.model.SubscriptionFacts;

/**
 * Whether the days of an enrollment are of our time: nothing is counted day by day to the end of
 * the calendar because somebody mistyped a year.
 */
final class SensibleDays {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private SensibleDays() {}

  static boolean areIn(EnrollmentFacts enrollment) {
    boolean all = is(enrollment.beginDate()) && is(enrollment.endDate());
    for (EnrollmentFacts.StatusChange each : enrollment.statuses()) {
      all &= is(each.effectiveDate());
    }
    for (AttemptFacts each : enrollment.attempts()) {
      all &= is(each.beginDate()) && is(each.outcomeDate());
    }
    for (EngagementWeek each : enrollment.engagement()) {
      all &= is(each.weekStart());
    }
    for (SubscriptionFacts each : enrollment.subscriptions()) {
      all &= is(each.from()) && is(each.to());
    }
    for (LeaveFacts each : enrollment.leaves()) {
      all &= is(each.from()) && is(each.to());
    }
    return all
        && enrollment
            .withdrawal()
            .filter(each -> !(is(each.determinationDate()) && is(each.withdrawalDate())))
            .isEmpty();
  }

  private static boolean is(Optional<LocalDate> day) {
    return day.isEmpty() || is(day.get());
  }

  private static boolean is(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LAST);
  }
}
