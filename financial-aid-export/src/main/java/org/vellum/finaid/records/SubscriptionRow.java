package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.SubscriptionFacts;
import org.vellum.finaid.measure.model.Derived;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.pell.model.AwardYear;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.subscription.model.StatusChanges;
import org.vellum.finaid.subscription.model.SubscriptionPeriod;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.week.model.DateRange;

/**
 * The record of a subscription period.
 *
 * @param facts as it was attended
 * @param period what must be completed first; nothing if the program has no hours for the status
 * @param through units and weeks from the start to its end
 * @param changedTwice whether its academic year has more than one change of status
 * @param asOf the day up to which the facts are known
 */
record SubscriptionRow(
    EnrollmentTimeline timeline,
    int seq,
    SubscriptionFacts facts,
    Optional<SubscriptionPeriod> period,
    UnitsAndWeeks through,
    boolean changedTwice,
    LocalDate asOf) {
  private static final String FULL = "FULL";
  private static final int WEEK = 7;

  /** All of an enrollment, whose dates are in order. */
  static List<SubscriptionRow> all(EnrollmentTimeline timeline, LocalDate asOf) {
    List<SubscriptionFacts> all = timeline.enrollment().subscriptions();
    List<BigDecimal> hours = new ArrayList<>();
    List<StatusChanges.Attended> attended = new ArrayList<>();
    for (SubscriptionFacts each : all) {
      BigDecimal ofStatus = hours(timeline, each.status()).orElse(BigDecimal.ZERO);
      hours.add(ofStatus);
      attended.add(new StatusChanges.Attended(each.academicYear(), ofStatus));
    }
    List<SubscriptionPeriod> periods =
        SubscriptionPeriod.of(hours, timeline.length().units(), timeline.program().ruleset());
    List<Integer> twice = StatusChanges.yearsWithSeveral(attended);
    List<SubscriptionRow> rows = new ArrayList<>();
    UnitsAndWeeks through = UnitsAndWeeks.NONE;
    for (int i = 0; i < all.size(); i++) {
      SubscriptionFacts each = all.get(i);
      through = through.plus(new UnitsAndWeeks(hours.get(i), weeks(each)));
      rows.add(
          new SubscriptionRow(
              timeline,
              i + 1,
              each,
              hours(timeline, each.status()).isPresent()
                  ? Optional.of(periods.get(i))
                  : Optional.empty(),
              through,
              twice.contains(each.academicYear()),
              asOf));
    }
    return rows;
  }

  private static Optional<BigDecimal> hours(EnrollmentTimeline timeline, String status) {
    return Optional.ofNullable(timeline.program().facts().statusHours().get(status));
  }

  /** Exact to three decimals: a period need not be of whole weeks. */
  private static BigDecimal weeks(SubscriptionFacts facts) {
    return facts.to().isBefore(facts.from())
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(new DateRange(facts.from(), facts.to()).days())
            .divide(BigDecimal.valueOf(WEEK), 3, RoundingMode.HALF_UP);
  }

  String id() {
    return "pp:" + timeline.enrollment().enrollmentId() + ":" + seq;
  }

  Row fill(Row row) {
    boolean begun = !facts.from().isAfter(asOf);
    Optional<LocalDate> start = begun ? Optional.of(facts.from()) : Optional.empty();
    row.put("seq", seq)
        .put("academicYearSeq", facts.academicYear())
        .put("kind", "SUBSCRIPTION")
        .put("unitMeasure", timeline.program().facts().terms().measure())
        .put("scheduledUnits", period.map(SubscriptionPeriod::hours))
        .put("scheduledWeeks", weeks(facts))
        .put("cumulativeUnits", through.units())
        .put("cumulativeWeeks", through.weeks())
        .put("startDate", start)
        .put("scheduledEnd", facts.to())
        .put("state", state(begun));
    Optional<List<AwardYear>> years =
        facts.to().isBefore(facts.from())
            ? Optional.empty()
            : start.map(
                day -> AwardYear.candidates(day, facts.to(), timeline.program().ruleset()).value());
    row.put("awardYears", years.map(all -> all.stream().map(AwardYear::code).toList()))
        .put("crossesJuly1", years.map(all -> all.size() > 1));
    period.ifPresent(each -> requirement(row, each));
    return row;
  }

  private void requirement(Row row, SubscriptionPeriod each) {
    row.put("requiredCumulativeUnits", each.requiredHours())
        .put("requirementMetDate", met(each))
        .put("beganNewCoursework", beganNewCoursework())
        .put("enrollmentIntensity", intensity(each).map(Derived::value).map(BigDecimal::intValue))
        .put("citation", each.rule().citation())
        .put("reading", each.rule().reading());
  }

  private Optional<LocalDate> met(SubscriptionPeriod each) {
    return each.requiredHours().signum() == 0
        ? Optional.empty()
        : timeline.totals().unitsReached(each.requiredHours());
  }

  private Optional<Derived<BigDecimal>> intensity(SubscriptionPeriod each) {
    BigDecimal done = timeline.totals().at(facts.from().minusDays(1)).units();
    BigDecimal left = timeline.length().units().subtract(done).max(BigDecimal.ZERO);
    return hours(timeline, FULL)
        .filter(full -> full.signum() > 0)
        .map(full -> each.intensity(left, full, timeline.program().ruleset()));
  }

  private String state(boolean begun) {
    if (!begun) {
      return "SCHEDULED";
    }
    if (timeline.enrollment().withdrawal().isPresent()
        && PeriodRows.isWithdrawnIn(timeline, facts)) {
      return "WITHDRAWN";
    }
    return facts.to().isBefore(asOf) ? "COMPLETED" : "OPEN";
  }

  private boolean beganNewCoursework() {
    for (AttemptFacts attempt : timeline.enrollment().attempts()) {
      if (attempt.origin() == UnitAttempt.Origin.INSTITUTION
          && attempt.attempt() == 1
          && !attempt.beginDate().isBefore(facts.from())
          && !attempt.beginDate().isAfter(facts.to())) {
        return true;
      }
    }
    return false;
  }

  List<RowError> conditions() {
    List<RowError> errors = new ArrayList<>(0);
    Condition.Place place = new Condition.Place(Entities.PAYMENT_PERIOD.name(), id());
    if (period.isEmpty()) {
      errors.add(Condition.SUBSCRIPTION_STATUS_UNKNOWN.at(place, "scheduledUnits", ""));
    }
    if (changedTwice) {
      errors.add(
          Condition.SUBSCRIPTION_STATUS_TWICE.at(
              place, "academicYearSeq", Integer.toString(facts.academicYear())));
    }
    return errors;
  }
}
