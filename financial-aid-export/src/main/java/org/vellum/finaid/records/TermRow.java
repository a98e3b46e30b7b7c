package org.vellum.finaid.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.enrollment.model.EnrollmentIntensity;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.facts.model.WithdrawalFacts;
import org.vellum.finaid.pell.model.AwardYear;
import org.vellum.finaid.term.model.Term;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.TermTimeline;

/**
 * The record of a payment period that is a term.
 *
 * @param timeline whose it is
 * @param asOf the day up to which the facts are known
 */
record TermRow(EnrollmentTimeline timeline, TermTimeline.Period period, LocalDate asOf) {

  String id() {
    return "pp:" + timeline.enrollment().enrollmentId() + ":" + period.seq();
  }

  /** A term of a calendar, with the intensity of the units that were begun in it. */
  Row fill(Row row) {
    fill(row, "TERM");
    if (isBegun()) {
      row.put(
          "enrollmentIntensity",
          timeline
              .terms()
              .fullLoad()
              .map(full ->
                  EnrollmentIntensity.of(
                          period.term().size().units(), full, timeline.program().ruleset())
                      .value()
                      .intValue()));
    }
    return row.put("citation", period.rule().citation()).put("reading", period.rule().reading());
  }

  /** What it has in common with a subscription period, which is a term too. */
  void fill(Row row, String kind) {
    Term term = period.term();
    Optional<LocalDate> start = isBegun() ? Optional.of(term.from()) : Optional.empty();
    Optional<List<AwardYear>> years =
        start
            .filter(day -> !term.to().isBefore(day))
            .map(day -> AwardYear.candidates(day, term.to(), timeline.program().ruleset()).value());
    row.put("seq", period.seq())
        .put("academicYearSeq", term.academicYear())
        .put("kind", kind)
        .put("unitMeasure", timeline.program().facts().terms().measure())
        .put("scheduledUnits", term.size().units())
        .put("scheduledWeeks", term.size().weeks())
        .put("cumulativeUnits", period.through().units())
        .put("cumulativeWeeks", period.through().weeks())
        .put("startDate", start)
        .put("scheduledEnd", term.to())
        .put("state", state())
        .put("awardYears", years.map(all -> all.stream().map(AwardYear::code).toList()))
        .put("crossesJuly1", years.map(all -> all.size() > 1));
  }

  boolean isBegun() {
    return !period.term().from().isAfter(asOf);
  }

  private String state() {
    if (!isBegun()) {
      return "SCHEDULED";
    }
    boolean left =
        timeline
            .enrollment()
            .withdrawal()
            .map(TermRow::day)
            .flatMap(timeline.terms()::on)
            .filter(period::equals)
            .isPresent();
    if (left) {
      return "WITHDRAWN";
    }
    return period.term().to().isBefore(asOf) ? "COMPLETED" : "OPEN";
  }

  private static LocalDate day(WithdrawalFacts withdrawal) {
    return withdrawal.withdrawalDate().orElse(withdrawal.determinationDate());
  }
}
