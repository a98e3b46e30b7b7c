package org.vellum.finaid.records;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;

/** The record of a week of engagement. */
record EngagementRow(EnrollmentFacts enrollment, EngagementWeek week) {

  String id() {
    return "ew:" + enrollment.enrollmentId() + ":" + week.weekStart();
  }

  Row fill(Row row) {
    return row.put("weekStart", week.weekStart())
        .put("engagementCount", week.count())
        .put("types", types())
        .put("substantiveInteractionCount", week.substantiveCount())
        .put("instructorInitiatedContact", week.instructorInitiated())
        .put("lastEngagementTs", week.last());
  }

  private List<EngagementWeek.Type> types() {
    List<EngagementWeek.Type> types = new ArrayList<>(week.types().size());
    for (EngagementWeek.Type type : EngagementWeek.Type.values()) {
      if (week.types().contains(type)) {
        types.add(type);
      }
    }
    return types;
  }

  /**
   * What is wrong with it.
   *
   * @param free the first day that is in no block before it
   */
  List<RowError> conditions(LocalDate free, LocalDate asOf) {
    List<RowError> errors = new ArrayList<>(0);
    String start = week.weekStart().toString();
    if (week.weekStart().isBefore(free)) {
      add(Condition.WEEK_DOUBLE, "weekStart", start, errors);
    }
    if (week.weekStart().plusDays(6).isBefore(enrollment.beginDate())) {
      add(Condition.DATE_ORDER, "weekStart", start, errors);
    }
    if (week.weekStart().isAfter(asOf)) {
      add(Condition.DATE_FUTURE, "weekStart", start, errors);
    }
    // A moment is in two days at most, whatever the zone.
    Optional<LocalDate> last =
        week.last().map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
    if (last.filter(day -> day.isAfter(asOf.plusDays(1))).isPresent()) {
      add(Condition.DATE_FUTURE, "lastEngagementTs", week.last().get().toString(), errors);
    }
    return errors;
  }

  private void add(Condition condition, String field, String value, List<RowError> errors) {
    Condition.Place place = new Condition.Place(Entities.ENGAGEMENT_WEEK.name(), id());
    errors.add(condition.at(place, field, value));
  }
}
