package org.vellum.finaid.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.term.model.CalendarYear;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.TermTimeline;

/** What a page shows of payment periods that are terms, and of years that are made of them. */
final class TermRows {
  private TermRows() {}

  static List<TimelineView.TermRow> terms(EnrollmentTimeline timeline, LocalDate asOf) {
    return timeline.terms().periods().stream().map(each -> term(each, asOf)).toList();
  }

  private static TimelineView.TermRow term(TermTimeline.Period period, LocalDate asOf) {
    boolean begun = !period.term().from().isAfter(asOf);
    return new TimelineView.TermRow(
        period.seq(),
        period.name(),
        period.term().to().isBefore(asOf) ? "completed" : begun ? "open" : "scheduled",
        period.term().academicYear(),
        period.term().size().units().toPlainString(),
        period.term().size().weeks().toPlainString(),
        period.term().from(),
        period.term().to(),
        period.rule().citation(),
        period.rule().reading() == Rule.Reading.OURS);
  }

  /** Of whatever calendar: years that end by completion, and years that are made of terms. */
  static List<TimelineView.YearRow> years(EnrollmentTimeline timeline, LocalDate asOf) {
    return Stream.of(
            timeline.timeline().stream()
                .flatMap(each -> each.years().stream())
                .map(TimelineView::year),
            timeline.terms().yearsByCompletion().stream().map(TimelineView::year),
            timeline.terms().years().stream().map(each -> year(each, asOf)))
        .flatMap(rows -> rows)
        .toList();
  }

  private static TimelineView.YearRow year(CalendarYear year, LocalDate asOf) {
    return new TimelineView.YearRow(
        year.seq(),
        "its last term",
        ifPast(year.begin(), asOf),
        year.end(),
        Optional.empty(),
        ifPast(year.end(), asOf),
        year.gradeLevel(),
        year.remainingUnits().toPlainString(),
        year.rule().citation());
  }

  private static Optional<LocalDate> ifPast(LocalDate day, LocalDate asOf) {
    return day.isAfter(asOf) ? Optional.empty() : Optional.of(day);
  }
}
