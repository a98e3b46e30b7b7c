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

import java.util.List;
import org.vellum.finaid.measure.model.LimitingMeasure;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.period.model.PeriodKind;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.program.model.ProgramLevel;
import org.vellum.finaid.progress.model.HalfDeterminedBy;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.withdrawal.model.Projection;

/** The entities of a package, in the order in which they are written: a record after its parent. */
public final class Entities {

  public static final Entity PROGRAM_VERSION =
      Entity.of(
          "program_version",
          "ProgramVersion",
          "programVersionId",
          required("programVersionId", ID, "The program in this version"),
          required("title", TEXT, "Its name"),
          code("calendarType", CalendarType.class, "Its academic calendar for Title IV"),
          code("level", ProgramLevel.class, "For whom it is"),
          code("unitMeasure", UnitMeasure.class, "What its units are"),
          required("unitsInProgram", DECIMAL, "Length in units"),
          required("weeksInProgram", DECIMAL, "Length in weeks of instructional time"),
          required("ayUnits", DECIMAL, "Units of the academic year").citing("34 CFR 668.3(a)"),
          required("ayWeeks", DECIMAL, "Weeks of instructional time of the academic year")
              .citing("34 CFR 668.3(a)")
              .as("WeeksProgramsAcademicYear"));

  public static final Entity ENROLLMENT =
      Entity.of(
              "enrollment",
              "Enrollment",
              "enrollmentId",
              required("enrollmentId", ID, "A learner's enrollment in a program"),
              required("institutionStudentId", ID, "The learner, by the school's identifier"),
              required("programVersionId", ID, "The program"),
              required("beginDate", DATE, "First day in the program"),
              code(
                  "status",
                  "How the enrollment stands",
                  "ENROLLED",
                  "ON_LEAVE",
                  "WITHDRAWN",
                  "COMPLETED",
                  "NEVER_BEGAN",
                  "DECEASED"),
              required("statusEffectiveDate", DATE, "Since when it stands so"),
              required(
                      "unitsAtEntry", DECIMAL, "Units that were left: the program for this learner")
                  .citing("34 CFR 668.4(g)"),
              required("weeksAtEntry", DECIMAL, "Weeks of instructional time that were left")
                  .citing("34 CFR 668.4(g)"))
          .belongingTo("program_version", "programVersionId");

  public static final Entity ACADEMIC_YEAR =
      Entity.of(
              "academic_year",
              "AcademicYear",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("seq", INTEGER, "From 1"),
              required("thresholdUnits", DECIMAL, "Cumulative units by which it ends"),
              required("thresholdWeeks", DECIMAL, "Cumulative weeks by which it ends"),
              optional("startDate", DATE, "Its first day").as("AcademicYearBeginDate"),
              required("scheduledEnd", DATE, "Last day of its weeks, if every week counts"),
              optional("projectedEnd", DATE, "Its end at the learner's own pace"),
              optional("actualEnd", DATE, "First day with both measures").as("AcademicYearEndDate"),
              optional("completedUnitsDate", DATE, "First day with its units"),
              optional("completedWeeksDate", DATE, "First day with its weeks"),
              required("gradeLevel", INTEGER, "Completed years and one"),
              required("remainingUnitsAtStart", DECIMAL, "Units of the program left at its start"),
              required("shorterThanAy", BOOLEAN, "Whether the annual loan limit is prorated"),
              optional("prorationNumerator", DECIMAL, "The part of the limit: above")
                  .citing("34 CFR 685.203(a), (b), (c)"),
              optional("prorationDenominator", DECIMAL, "The part of the limit: below")
                  .citing("34 CFR 685.203(a), (b), (c)"),
              required("citation", TEXT, "The section it rests on"),
              code(
                  "reading",
                  Rule.Reading.class,
                  "Whether the text settles it or the reading is ours"))
          .belongingTo("enrollment", "enrollmentId");

  public static final Entity PAYMENT_PERIOD =
      Entity.of(
              "payment_period",
              "PaymentPeriod",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("seq", INTEGER, "From 1"),
              required("academicYearSeq", INTEGER, "The academic year that it lies in"),
              code("kind", PeriodKind.class, "What it is a part of").citing("34 CFR 668.4(c)"),
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
              code("state", PeriodProgress.State.class, "How it stands"),
              optional("halfUnitsDate", DATE, "First day with half of its units"),
              optional("halfWeeksDate", DATE, "First day with half of its weeks"),
              code("halfDeterminedBy", HalfDeterminedBy.class, "How the school knows of the half")
                  .citing("34 CFR 668.4(c)(3)"),
              required("f4UnitsNum", DECIMAL, "Pell fraction by units: above")
                  .citing("34 CFR 690.63(a)(4), (e)"),
              required("f4UnitsDen", DECIMAL, "Pell fraction by units: below"),
              required("f4WeeksNum", DECIMAL, "Pell fraction by weeks: above")
                  .citing("34 CFR 690.63(a)(4), (e)"),
              required("f4WeeksDen", DECIMAL, "Pell fraction by weeks: below"),
              code("limitingMeasure", LimitingMeasure.class, "Which fraction is the lesser"),
              optional("awardYears", CODES, "From which award years it may be paid, once begun")
                  .citing("34 CFR 690.64"),
              optional("crossesJuly1", BOOLEAN, "Whether it has days in two award years"),
              required("citation", TEXT, "The section it rests on"),
              code(
                  "reading",
                  Rule.Reading.class,
                  "Whether the text settles it or the reading is ours"))
          .belongingTo("enrollment", "enrollmentId");

  public static final Entity WITHDRAWAL =
      Entity.of(
              "withdrawal",
              "Withdrawal",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("paymentPeriodSeq", INTEGER, "The payment period in which it lies"),
              required("withdrawalDate", DATE, "The withdrawal date").citing("34 CFR 668.22(c)(1)"),
              required("determinationDate", DATE, "When the school determined it"),
              required("calendarDays", INTEGER, "All days of the scheduled period"),
              required("breakDaysBefore", INTEGER, "Excluded break days up to the withdrawal")
                  .citing("34 CFR 668.22(f)(2)(i)"),
              required("breakDaysAfter", INTEGER, "Excluded break days after it")
                  .citing("34 CFR 668.22(f)(2)(i)"),
              required("loaDays", INTEGER, "Days of approved leave that are in no excluded break")
                  .citing("34 CFR 668.22(f)(2)(ii)"),
              required("scheduledDays", INTEGER, "Days of the scheduled period without those"),
              required("daysCompleted", INTEGER, "Days completed, the day of withdrawal among them")
                  .citing("34 CFR 668.22(f)(1)(i)"),
              optional("projectedDays", INTEGER, "Days that the period would have taken"),
              code("projectionMethod", Projection.Method.class, "What the projection rests on")
                  .ifAny(),
              required("totalDays", INTEGER, "Projected or scheduled, whichever is more"),
              required("percentCompleted", DECIMAL, "Days completed to total days, one decimal"),
              required("pastSixtyPercent", BOOLEAN, "Whether it is more than 60 percent, exactly")
                  .citing("34 CFR 668.22(e)(2)"),
              required("sameProgramReentryDeadline", DATE, "Last day to go on in the same period")
                  .citing("34 CFR 668.4(f)"),
              required("returnDueDate", DATE, "Last day to return unearned funds")
                  .citing("34 CFR 668.22(j)"),
              required("citation", TEXT, "The section that the percentage rests on"),
              code("reading", Rule.Reading.class, "Whether the text settles the projection"))
          .belongingTo("enrollment", "enrollmentId");

  public static final Entity SAP_SNAPSHOT =
      Entity.of(
              "sap_snapshot",
              "SapSnapshot",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("evaluationDate", DATE, "The day of evaluation"),
              required("attempted", DECIMAL, "Units attempted, those transferred in among them")
                  .citing("34 CFR 668.34(a)(5)"),
              required("earned", DECIMAL, "Units earned, those transferred in among them")
                  .citing("34 CFR 668.34(a)(5)"),
              required("pacePercent", DECIMAL, "Earned to attempted, two decimals")
                  .citing("34 CFR 668.34(a)(5)"),
              required("publishedLengthUnits", DECIMAL, "Published length of the program"),
              required("maxTimeframeUnits", DECIMAL, "150 percent of it")
                  .citing("34 CFR 668.34(b)"),
              required("citation", TEXT, "The section it rests on"),
              code(
                  "reading",
                  Rule.Reading.class,
                  "Whether the text settles it or the reading is ours"))
          .belongingTo("enrollment", "enrollmentId");

  public static final List<Entity> ALL =
      List.of(PROGRAM_VERSION, ENROLLMENT, ACADEMIC_YEAR, PAYMENT_PERIOD, WITHDRAWAL, SAP_SNAPSHOT);

  private Entities() {}
}
