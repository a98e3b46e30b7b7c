package org.vellum.finaid.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.TermTimeline;

/** Bars of a timeline whose days stand in a calendar: terms, their years, breaks and leaves. */
final class DatedBars {
  private static final String LEAVE_RULE = "34 CFR 668.22(d)";

  private DatedBars() {}

  /**
   * A bar.
   *
   * @param css its class
   * @param name written inside, where there is room
   * @param words what it says, with its citation
   */
  record Bar(LocalDate from, LocalDate to, String css, String name, String words) {

    /** One that ends before it begins, by a mistake in the facts, is of one day. */
    Bar {
      to = to.isBefore(from) ? from : to;
    }
  }

  static List<Bar> years(TermTimeline terms, LocalDate asOf) {
    return terms.years().stream()
        .map(year -> {
          boolean done = year.end().isBefore(asOf);
          return new Bar(
              year.begin(),
              year.end(),
              done ? "year done" : "year",
              "Year " + year.seq(),
              "Academic year %d: from %s until %s. %s"
                  .formatted(
                      year.seq(),
                      Days.words(year.begin()),
                      Days.words(year.end()),
                      year.rule().citation()));
        })
        .toList();
  }

  static List<Bar> terms(TermTimeline terms, LocalDate asOf) {
    return terms.periods().stream()
        .map(period -> {
          LocalDate from = period.term().from();
          LocalDate to = period.term().to();
          boolean begun = !from.isAfter(asOf);
          return new Bar(
              from,
              to,
              to.isBefore(asOf) ? "actual done" : begun ? "actual" : "scheduled",
              "PP " + period.seq(),
              "Payment period %d, %s: %s units, from %s until %s. %s"
                  .formatted(
                      period.seq(),
                      period.name(),
                      period.term().size().units().toPlainString(),
                      Days.words(from),
                      Days.words(to),
                      period.rule().citation()));
        })
        .toList();
  }

  static List<Bar> leaves(EnrollmentTimeline timeline, LocalDate asOf) {
    List<Bar> bars = new ArrayList<>();
    timeline
        .program()
        .breaks()
        .forEach(each ->
            bars.add(
                new Bar(
                    each.from(),
                    each.to(),
                    "break",
                    "",
                    "Scheduled break from %s to %s. 34 CFR 668.22(f)(2)(i)"
                        .formatted(Days.words(each.from()), Days.words(each.to())))));
    for (LeaveFacts leave : timeline.enrollment().leaves()) {
      Optional<LocalDate> to = leave.to();
      boolean approved = leave.kind() == LeaveFacts.Kind.LOA;
      bars.add(
          new Bar(
              leave.from(),
              to.orElse(asOf),
              approved ? "leave" : "absent",
              approved ? "Leave" : "Absent",
              "%s from %s%s. %s"
                  .formatted(
                      approved ? "Approved leave of absence" : "Absence that is no approved leave",
                      Days.words(leave.from()),
                      to.map(day -> " to " + Days.words(day)).orElse(", not yet ended"),
                      LEAVE_RULE)));
    }
    return bars;
  }
}
