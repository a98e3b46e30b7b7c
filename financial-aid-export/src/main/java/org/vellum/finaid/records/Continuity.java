package org.vellum.finaid.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.timeline.model.TimelinePeriod;

/**
 * That derived periods follow one another without a day between them. If they do not it is our own
 * fault, and nothing may be published.
 */
final class Continuity {

  private Continuity() {}

  static String id(EnrollmentFacts enrollment, TimelinePeriod period) {
    return "pp:" + enrollment.enrollmentId() + ":" + period.progress().period().seq();
  }

  static List<RowError> errors(EnrollmentFacts enrollment, List<TimelinePeriod> periods) {
    List<RowError> errors = new ArrayList<>(0);
    for (int i = 1; i < periods.size(); i++) {
      PeriodProgress before = periods.get(i - 1).progress();
      Optional<LocalDate> start = periods.get(i).progress().start();
      Optional<Condition> broken = start.flatMap(day -> broken(before, day));
      if (broken.isPresent()) {
        Condition.Place place =
            new Condition.Place(Entities.PAYMENT_PERIOD.name(), id(enrollment, periods.get(i)));
        errors.add(broken.get().at(place, "startDate", start.get().toString()));
      }
    }
    return errors;
  }

  /** Two periods that were completed on one day share it. */
  private static Optional<Condition> broken(PeriodProgress before, LocalDate start) {
    if (before.completed().isEmpty() || start.isBefore(before.completed().get())) {
      return Optional.of(Condition.PERIOD_OVERLAP);
    }
    return start.isAfter(before.completed().get().plusDays(1))
        ? Optional.of(Condition.PERIOD_GAP)
        : Optional.empty();
  }
}
