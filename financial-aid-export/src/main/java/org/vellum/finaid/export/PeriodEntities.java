package org.vellum.finaid.export;

import static org.vellum.finaid.export.Column.code;
import static org.vellum.finaid.export.Column.optional;
import static org.vellum.finaid.export.Column.required;
import static org.vellum.finaid.export.ColumnType.BOOLEAN;
import static org.vellum.finaid.export.ColumnType.CODES;
import static org.vellum.finaid.export.ColumnType.DATE;
import static org.vellum.finaid.export.ColumnType.DECIMAL;
import static org.vellum.finaid.export.ColumnType.ID;
import static org.vellum.finaid.export.ColumnType.INTEGER;
import static org.vellum.finaid.export.ColumnType.TEXT;

import org.vellum.finaid.measure.model.LimitingMeasure;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.progress.model.HalfDeterminedBy;

/** What is derived for an enrollment to the program's end. */
final class PeriodEntities {

  static final Entity ACADEMIC_YEAR =
      Entity.of(
              "academic_year",
              "AcademicYear",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("seq", INTEGER, "From 1"),
              code("unitMeasure", UnitMeasure.class, "What the units are"),
              required("thresholdUnits", DECIMAL, "Cumulative units by which it ends"),
              required("thresholdWeeks", DECIMAL, "Cumulative weeks by which it ends"),
              optional("startDate", DATE, "Its first day").as("AcademicYearBeginDate"),
              required("scheduledEnd", DATE, "Last day of its weeks, if every week counts"),
              optional("projectedEnd", DATE, "Its end at the learner's own pace"),
              optional("actualEnd", DATE, "First day with both measures").as("AcademicYearEndDate"),
              optional("completedUnitsDate", DATE, "First day with its units"),
              optional("completedWeeksDate", DATE, "First day with its weeks"),
              required("gradeLevel", INTEGER, "Completed years and one").as("StudentLevelCode"),
              required("remainingUnitsAtStart", DECIMAL, "Units of the program left at its start"),
              required("shorterThanAy", BOOLEAN, "Whether the annual loan limit is prorated"),
              optional("prorationNumerator", DECIMAL, "The part of the limit: above")
                  .citing("34 CFR 685.203(a), (b), (c)"),
              optional("prorationDenominator", DECIMAL, "The part of the limit: below")
                  .citing("34 CFR 685.203(a), (b), (c)"),
              required("citation", TEXT, "The section it rests on"),
              reading())
          .belongingTo("enrollment", "enrollmentId");

  static final Entity PAYMENT_PERIOD =
      Entity.of(
              "payment_period",
              "PaymentPeriod",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("seq", INTEGER, "From 1"),
              required("academicYearSeq", INTEGER, "The academic year that it lies in"),
              code(
                      "kind",
                      "What it is a part of",
                      "HALF_OF_PROGRAM",
                      "HALF_OF_AY",
                      "HALF_OF_REMAINDER",
                      "REMAINDER",
                      "SUBSCRIPTION",
                      "TERM")
                  .citing("34 CFR 668.4(a), (c)"),
              code("unitMeasure", UnitMeasure.class, "What the units are"),
              required("scheduledUnits", DECIMAL, "Its units; a half is exact"),
              required("scheduledWeeks", DECIMAL, "Its weeks; a half is exact"),
              required("cumulativeUnits", DECIMAL, "Units from the start to its end"),
              required("cumulativeWeeks", DECIMAL, "Weeks from the start to its end"),
              optional("startDate", DATE, "Its first day").as("PaymentPeriodStartDate"),
              required("scheduledEnd", DATE, "Last day of its weeks, if every week counts"),
              optional("projectedEnd", DATE, "Its end at the learner's own pace"),
              optional("unitsCompletedDate", DATE, "First day with its cumulative units"),
              optional("weeksCompletedDate", DATE, "First day with its cumulative weeks"),
              optional("completedDate", DATE, "First day with both; the next begins after it")
                  .as("PaymentPeriodEndDate"),
              code("state", "How it stands", "SCHEDULED", "OPEN", "COMPLETED", "WITHDRAWN"),
              optional("halfUnitsDate", DATE, "First day with half of its units"),
              optional("halfWeeksDate", DATE, "First day with half of its weeks"),
              code("halfDeterminedBy", HalfDeterminedBy.class, "How the school knows of the half")
                  .ifAny()
                  .citing("34 CFR 668.4(c)(3)"),
              optional("f4UnitsNum", DECIMAL, "Pell fraction by units: above")
                  .citing("34 CFR 690.63(a)(4), (e)"),
              optional("f4UnitsDen", DECIMAL, "Pell fraction by units: below"),
              optional("f4WeeksNum", DECIMAL, "Pell fraction by weeks: above")
                  .citing("34 CFR 690.63(a)(4), (e)"),
              optional("f4WeeksDen", DECIMAL, "Pell fraction by weeks: below"),
              code("limitingMeasure", LimitingMeasure.class, "Which fraction is the lesser")
                  .ifAny(),
              optional("awardYears", CODES, "From which award years it may be paid, once begun")
                  .citing("34 CFR 690.64"),
              optional("crossesJuly1", BOOLEAN, "Whether it has days in two award years"),
              optional("work25Date", DATE, "Correspondence: first day with a quarter of its units")
                  .citing("34 CFR 690.66(b)"),
              optional("work75Date", DATE, "Correspondence: first day with three quarters of them")
                  .citing("34 CFR 690.66(b)"),
              optional("requiredCumulativeUnits", DECIMAL, "Subscription: to be completed first")
                  .citing("34 CFR 668.164(i)(1)(iii)"),
              optional("requirementMetDate", DATE, "Subscription: first day with those units"),
              optional("beganNewCoursework", BOOLEAN, "Subscription: whether something was begun")
                  .citing("34 CFR 668.2"),
              optional(
                  "enrollmentIntensity", INTEGER, "Subscription, term: intensity, whole percent"),
              required("citation", TEXT, "The section it rests on"),
              reading())
          .belongingTo("enrollment", "enrollmentId");

  private PeriodEntities() {}

  static Column reading() {
    return code(
        "reading", Rule.Reading.class, "Whether the text settles it or the reading is ours");
  }
}
