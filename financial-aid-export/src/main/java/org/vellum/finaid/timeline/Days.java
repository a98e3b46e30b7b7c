package org.vellum.finaid.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;

/**
 * Where a day lies in the picture.
 *
 * @param first the day at the left edge
 * @param last the day at the right edge, after the first
 * @param left the left edge
 * @param width between the edges
 */
record Days(LocalDate first, LocalDate last, int left, int width) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final int MOST_TICKS = 9;
  private static final int LONGEST_YEARS = 12;

  /** From the first day of a timeline until its last period ends, twelve years at most. */
  static Days of(EnrollmentTimeline timeline, LocalDate asOf, int left, int width) {
    List<LocalDate> ends = new ArrayList<>(List.of(asOf, timeline.start().plusWeeks(4)));
    timeline
        .timeline()
        .ifPresent(each ->
            each.periods()
                .forEach(period -> {
                  ends.add(period.scheduledEnd());
                  period.projectedEnd().ifPresent(ends::add);
                }));
    timeline.terms().periods().forEach(period -> ends.add(period.term().to()));
    LocalDate most = timeline.start().plusYears(LONGEST_YEARS);
    LocalDate last = ends.stream().max(Comparator.naturalOrder()).orElse(asOf);
    return new Days(timeline.start(), last.isBefore(most) ? last : most, left, width);
  }

  /** The left edge of a day. */
  int x(LocalDate day) {
    long all = Math.max(1, ChronoUnit.DAYS.between(first, last) + 1);
    long until = Math.clamp(ChronoUnit.DAYS.between(first, day), 0, all);
    return left + Math.toIntExact(until * width / all);
  }

  /** The right edge of a day. */
  int end(LocalDate day) {
    return x(day.plusDays(1));
  }

  /** The firsts of months, as many as have room. */
  List<TimelinePicture.Tick> ticks() {
    long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
    long step = Math.max(1, (months + MOST_TICKS - 1) / MOST_TICKS);
    List<TimelinePicture.Tick> ticks = new ArrayList<>();
    for (YearMonth month = YearMonth.from(first).plusMonths(1);
        !month.atDay(1).isAfter(last);
        month = month.plusMonths(step)) {
      ticks.add(new TimelinePicture.Tick(x(month.atDay(1)), MONTH.format(month)));
    }
    return ticks;
  }

  /** A day in words. */
  static String words(LocalDate day) {
    return DAY.format(day);
  }
}
