package org.vellum.finaid.timeline.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.week.model.DateRange;
import org.vellum.finaid.withdrawal.model.ApprovedLeaves;

/**
 * The approved leaves of an enrollment against the 180 days of twelve months.
 *
 * @param approved those within the limit, an open one until the day of the facts
 * @param over those by which the limit was exceeded: they are not taken as approved
 * @param mostDays the most days of leave in twelve months, all of them together
 */
public record LearnerLeaves(List<DateRange> approved, List<LeaveFacts> over, int mostDays) {
  private static final LearnerLeaves NONE = new LearnerLeaves(List.of(), List.of(), 0);

  public LearnerLeaves {
    approved = List.copyOf(approved);
    over = List.copyOf(over);
  }

  /** In the order of their first days; one that ends before it begins is none. */
  public static LearnerLeaves of(EnrollmentFacts enrollment, LocalDate asOf, Ruleset ruleset) {
    if (enrollment.leaves().isEmpty()) {
      return NONE;
    }
    List<DateRange> approved = new ArrayList<>();
    List<DateRange> all = new ArrayList<>();
    List<LeaveFacts> over = new ArrayList<>();
    for (LeaveFacts leave : inOrder(enrollment, asOf)) {
      DateRange days = new DateRange(leave.from(), leave.to().orElse(asOf));
      all.add(days);
      approved.add(days);
      if (mostDays(approved, ruleset) > ApprovedLeaves.MOST_DAYS) {
        approved.removeLast();
        over.add(leave);
      }
    }
    return new LearnerLeaves(approved, over, mostDays(all, ruleset));
  }

  private static List<LeaveFacts> inOrder(EnrollmentFacts enrollment, LocalDate asOf) {
    return enrollment.leaves().stream()
        .filter(leave -> leave.kind() == LeaveFacts.Kind.LOA)
        .filter(leave -> !leave.to().orElse(asOf).isBefore(leave.from()))
        .sorted(Comparator.comparing(LeaveFacts::from))
        .toList();
  }

  private static int mostDays(List<DateRange> leaves, Ruleset ruleset) {
    return ApprovedLeaves.mostDaysInTwelveMonths(leaves, ruleset).value();
  }
}
