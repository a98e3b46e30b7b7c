package org.vellum.finaid.records;

import org.vellum.finaid.export.RowError;
import org.vellum.finaid.export.RowError.Severity;

/** What can be wrong with facts, what follows from it, and which section says so. */
public enum Condition {
  AY_BELOW_MINIMUM(Severity.ROW, "34 CFR 668.3(a)", "is less than an academic year must have"),
  UNITS_NOT_POSITIVE(
      Severity.ROW, "34 CFR 668.4(c)", "is not more than 0, or too large, or too exact"),
  WEEKS_NOT_POSITIVE(Severity.ROW, "34 CFR 668.3(b)", "is not more than 0, or not whole"),
  UNIT_MEASURE_MIXED(
      Severity.ROW, "34 CFR 668.10", "is of another measure than the program, without equivalency"),
  EQUIVALENCY_MISSING(
      Severity.ROW, "34 CFR 668.10", "has no units, and no equivalency on its first day"),
  CALENDAR_UNKNOWN(Severity.ROW, "34 CFR 668.3(b)", "is no calendar of the school"),
  TERMS_MISSING(
      Severity.WARN,
      "34 CFR 668.4(a)",
      "names no calendar with terms: there are no payment periods"),
  TERM_OVERLAP(
      Severity.ROW,
      "FSA Handbook 2025-26, vol. 3 ch. 1",
      "has terms that share days, or one that ends before it begins"),
  CALENDAR_MISMATCH(
      Severity.ROW, "34 CFR 668.4(c)", "clock hours belong to the calendar of clock hours"),
  FORMULA_MISMATCH(Severity.ROW, "34 CFR 690.63, 690.66", "is not for programs of this calendar"),
  CIP_INVALID(Severity.ROW, "34 CFR 668.8", "is not of the form nn.nnnn"),
  CREDENTIAL_INVALID(Severity.ROW, "34 CFR 668.8", "is none of the credential levels"),
  LENGTH_INVALID(Severity.ROW, "34 CFR 668.8", "is no length with a unit"),
  REMAINDER_ZERO_MEASURE(
      Severity.WARN,
      "34 CFR 668.4(c)(2)",
      "full years use up one measure and leave some of the other"),
  REMAINDER_OVER_AY_ONE_MEASURE(
      Severity.WARN, "34 CFR 668.4(c)(2)", "what remains is more than a year in one measure"),
  DATE_ORDER(Severity.ROW, "", "is before what must come first"),
  DATE_FUTURE(Severity.ROW, "", "is later than the day of the run"),
  ENROLLMENT_OVERLAP(Severity.ROW, "34 CFR 668.4", "another enrollment in the program is open too"),
  PERIOD_OVERLAP(Severity.RUN, "34 CFR 668.4(c)", "begins before the one before it has ended"),
  PERIOD_GAP(Severity.RUN, "34 CFR 668.4(c)", "leaves days between it and the one before it"),
  WEEK_DOUBLE(Severity.ROW, "34 CFR 668.3(b)", "shares days with another block of seven days"),
  CALENDAR_WEEK_DOUBLE(
      Severity.RUN, "34 CFR 668.3(b)", "shares days with another block of seven days"),
  PLA_COUNTED(
      Severity.ROW, "34 CFR 668.4(c)", "was not done here and is counted in a payment period"),
  PASSED_WITHOUT_DATE(Severity.ROW, "34 CFR 668.4(h)(2)", "passed, and nobody knows when"),
  REPEAT_PASSED(Severity.WARN, "34 CFR 668.4(h)(2)", "passed before: counted once"),
  LOA_OVER_180(
      Severity.WARN,
      "34 CFR 668.22(d)(1)(vi)",
      "more than 180 days of leave in twelve months: this one is not taken as approved"),
  INACTIVE_OVER_60(
      Severity.WARN,
      "34 CFR 668.22(a)(2)(i)(D)",
      "POSSIBLE_WITHDRAWAL: no engagement in more than 60 days, no leave and no confirmed return"),
  SUBSCRIPTION_STATUS_TWICE(
      Severity.ROW, "34 CFR 668.2", "more than one change of status in an academic year"),
  SUBSCRIPTION_STATUS_UNKNOWN(
      Severity.ROW, "34 CFR 668.2", "is no status for which the program has hours"),
  BIRTH_DATE_MISSING(Severity.WARN, "", "not known, and aid systems match learners by it"),
  STUDENT_DUPLICATE(Severity.ROW, "", "another learner has the same identifier"),
  SSN_DUPLICATE(Severity.ROW, "", "another learner has the same social security number"),
  SSN_FORMAT(Severity.WARN, "", "is no social security number: left out"),
  PROJECTION_MISSING(
      Severity.WARN,
      "34 CFR 668.22(f); FSA Handbook 2025-26, vol. 5 ch. 2",
      "no progress in the period and no pace of others: the schedule stands for the projection"),
  CLOCK_HOURS_MISSING(
      Severity.ROW,
      "34 CFR 668.22(f)(1)(ii)",
      "a program in clock hours needs the hours that were scheduled until then"),
  FACTS_REJECTED(Severity.ROW, "", "rests on an attempt or a leave that was rejected"),
  NOT_DERIVABLE(Severity.ROW, "", "has facts from which it cannot be derived"),
  STALE_SOURCE(Severity.ROW, "", "is older than what was exported last");

  private final Severity severity;
  private final String citation;
  private final String message;

  Condition(Severity severity, String citation, String message) {
    this.severity = severity;
    this.citation = citation;
    this.message = message;
  }

  /** What follows from it. */
  public Severity severity() {
    return severity;
  }

  /** The section, or nothing where it is a matter of sense. */
  public String citation() {
    return citation;
  }

  /** In words that follow the name of a column. */
  public String message() {
    return message;
  }

  /** The code as it is written: two conditions of different severity may have one. */
  public String code() {
    return this == CALENDAR_WEEK_DOUBLE ? WEEK_DOUBLE.name() : name();
  }

  RowError at(Place place, String field, String value) {
    return at(severity, place, field, value);
  }

  RowError at(Severity other, Place place, String field, String value) {
    return new RowError(
        code(), other, place.entity(), place.key(), field, value, message, citation);
  }

  /** Of a learner, whatever the value is. */
  public static RowError ofStudent(Condition condition, String institutionStudentId, String field) {
    Place place = new Place("student", LearnerRows.studentId(institutionStudentId));
    return condition.at(place, field, "");
  }

  /**
   * Of which record.
   *
   * @param entity by name
   * @param key the record's identifier
   */
  record Place(String entity, String key) {}
}
