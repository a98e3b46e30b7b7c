package org.vellum.finaid.records;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;

/**
 * Whether the days of an enrollment are of our time: nothing is counted day by day to the end of
 * the calendar because somebody mistyped a year.
 */
final class SensibleDays {
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private SensibleDays() {}

  static boolean areIn(EnrollmentFacts enrollment) {
    return Stream.of(
            Stream.of(enrollment.beginDate()),
            enrollment.endDate().stream(),
            enrollment.statuses().stream().map(EnrollmentFacts.StatusChange::effectiveDate),
            enrollment.attempts().stream().map(AttemptFacts::beginDate),
            enrollment.attempts().stream().flatMap(each -> each.outcomeDate().stream()),
            enrollment.engagement().stream().map(EngagementWeek::weekStart),
            enrollment.subscriptions().stream().flatMap(each -> Stream.of(each.from(), each.to())),
            enrollment.leaves().stream()
                .flatMap(each -> Stream.of(Optional.of(each.from()), each.to()))
                .flatMap(Optional::stream),
            enrollment.withdrawal().stream()
                .flatMap(
                    each -> Stream.of(Optional.of(each.determinationDate()), each.withdrawalDate()))
                .flatMap(Optional::stream))
        .flatMap(days -> days)
        .allMatch(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
  }
}
