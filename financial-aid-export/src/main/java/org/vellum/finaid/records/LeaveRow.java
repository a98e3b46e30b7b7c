package org.vellum.finaid.records;

import java.util.ArrayList;
import java.util.List;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.timeline.model.LearnerLeaves;

/**
 * The record of a leave.
 *
 * @param all leaves of the enrollment against their limit
 */
record LeaveRow(EnrollmentFacts enrollment, LeaveFacts leave, LearnerLeaves all) {

  String id() {
    return "lv:" + enrollment.enrollmentId() + ":" + leave.from();
  }

  Row fill(Row row) {
    return row.put("kind", leave.kind())
        .put("from", leave.from())
        .put("to", leave.to())
        .put("requestDate", leave.requestDate())
        .put("requestSigned", leave.requestSigned())
        .put("approvedDate", leave.approvedDate())
        .put("daysInTwelveMonths", all.mostDays())
        .put("confirmedReturnDate", leave.confirmedReturn())
        .put("confirmationReceived", leave.confirmationReceived());
  }

  List<RowError> conditions() {
    List<RowError> errors = new ArrayList<>(0);
    Condition.Place place = new Condition.Place(Entities.LEAVE.name(), id());
    leave
        .to()
        .filter(day -> day.isBefore(leave.from()))
        .ifPresent(day -> errors.add(Condition.DATE_ORDER.at(place, "to", day.toString())));
    if (all.over().contains(leave)) {
      errors.add(
          Condition.LOA_OVER_180.at(place, "daysInTwelveMonths", Integer.toString(all.mostDays())));
    }
    return errors;
  }
}
