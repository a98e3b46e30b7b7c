package org.vellum.finaid.records;

import java.math.BigDecimal;
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
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.subscription.model.StatusChanges;
import org.vellum.finaid.subscription.model.SubscriptionPeriod;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;

/**
 * The record of a subscription period.
 *
 * @param facts as it was attended
 * @param term the period as the term that it is
 * @param period what must be completed first; nothing if the program has no hours for the status
 * @param changedTwice whether its academic year has more than one change of status
 */
record SubscriptionRow(
    EnrollmentTimeline timeline,
    SubscriptionFacts facts,
    TermRow term,
    Optional<SubscriptionPeriod> period,
    boolean changedTwice) {
  private static final String FULL = "FULL";

  /** All of an enrollment, whose dates are in order. */
  static List<SubscriptionRow> all(EnrollmentTimeline timeline, LocalDate asOf) {
    if (timeline.program().facts().terms().calendar() != CalendarType.SUBSCRIPTION) {
      return List.of();
    }
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
    for (int i = 0; i < all.size(); i++) {
      SubscriptionFacts each = all.get(i);
      rows.add(
          new SubscriptionRow(
              timeline,
              each,
              new TermRow(timeline, timeline.terms().periods().get(i), asOf),
              hours(timeline, each.status()).isPresent()
                  ? Optional.of(periods.get(i))
                  : Optional.empty(),
              twice.contains(each.academicYear())));
    }
    return rows;
  }

  private static Optional<BigDecimal> hours(EnrollmentTimeline timeline, String status) {
    return Optional.ofNullable(timeline.program().facts().statusHours().get(status));
  }

  String id() {
    return term.id();
  }

  /** One of a status without hours has no units: the record is rejected. */
  Row fill(Row row) {
    term.fill(row, "SUBSCRIPTION");
    row.put("scheduledUnits", period.map(SubscriptionPeriod::hours));
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
