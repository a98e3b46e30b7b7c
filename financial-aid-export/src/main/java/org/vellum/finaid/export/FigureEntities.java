package org.vellum.finaid.export;

import static org.vellum.finaid.export.Column.code;
import static org.vellum.finaid.export.Column.optional;
import static org.vellum.finaid.export.Column.required;
import static org.vellum.finaid.export.ColumnType.BOOLEAN;
import static org.vellum.finaid.export.ColumnType.DATE;
import static org.vellum.finaid.export.ColumnType.DECIMAL;
import static org.vellum.finaid.export.ColumnType.ID;
import static org.vellum.finaid.export.ColumnType.INTEGER;
import static org.vellum.finaid.export.ColumnType.TEXT;

import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.withdrawal.model.Projection;

/** Figures that the aid office judges by. */
final class FigureEntities {

  static final Entity WITHDRAWAL =
      Entity.of(
              "withdrawal",
              "Withdrawal",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("paymentPeriodSeq", INTEGER, "The payment period in which it lies"),
              required("withdrawalDate", DATE, "The withdrawal date").citing("34 CFR 668.22(c)(1)"),
              required("determinationDate", DATE, "When the school determined it"),
              code("basis", AidMethods.ReturnBasis.class, "The program's basis of a return")
                  .citing("34 CFR 668.22(e)(5)"),
              required("periodStart", DATE, "First day of the payment period"),
              required("scheduledEnd", DATE, "Its last day as scheduled, breaks among its days"),
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
              required(
                  "percentCompleted",
                  DECIMAL,
                  "Days completed to total days, or hours scheduled to hours, one decimal"),
              required("pastSixtyPercent", BOOLEAN, "Whether it is more than 60 percent, exactly")
                  .citing("34 CFR 668.22(e)(2)"),
              code("unitMeasure", UnitMeasure.class, "What the units are"),
              required("unitsInPeriod", DECIMAL, "Units of the period"),
              required("unitsEarned", DECIMAL, "Units passed in it until the withdrawal"),
              required("unitsFailed", DECIMAL, "Units failed in it until the withdrawal"),
              optional("clockScheduledHours", DECIMAL, "Clock hours scheduled until then")
                  .citing("34 CFR 668.22(f)(1)(ii)"),
              required("sameProgramReentryDeadline", DATE, "Last day to go on in the same period")
                  .citing("34 CFR 668.4(f)"),
              required("returnDueDate", DATE, "Last day to return unearned funds")
                  .citing("34 CFR 668.22(j)"),
              optional("institutionalCharges", DECIMAL, "Charges, if the school supplies them"),
              required("citation", TEXT, "The section that the percentage rests on"),
              PeriodEntities.reading())
          .belongingTo("enrollment", "enrollmentId");

  static final Entity SAP_SNAPSHOT =
      Entity.of(
              "sap_snapshot",
              "SapSnapshot",
              Entity.RECORD_ID,
              required("enrollmentId", ID, "The enrollment"),
              required("evaluationDate", DATE, "The day of evaluation"),
              optional("paymentPeriodSeq", INTEGER, "The payment period of that day"),
              code("unitMeasure", UnitMeasure.class, "What the units are"),
              required(
                      "attempted",
                      DECIMAL,
                      "Units of attempts that had ended, and those transferred in")
                  .citing("34 CFR 668.34(a)(5)"),
              required("earned", DECIMAL, "Units earned, those transferred in among them")
                  .citing("34 CFR 668.34(a)(5)"),
              required("pacePercent", DECIMAL, "Earned to attempted, two decimals")
                  .citing("34 CFR 668.34(a)(5)"),
              required("publishedLengthUnits", DECIMAL, "Published length of the program"),
              optional(
                  "expectedByNow",
                  DECIMAL,
                  "Units of the program by the weeks that went by, three decimals"),
              required("maxTimeframeUnits", DECIMAL, "150 percent of the published length")
                  .citing("34 CFR 668.34(b)"),
              optional("qualitativeMeasure", TEXT, "Grade point average or what stands for it"),
              optional("schoolDecision", TEXT, "What the school decided, if it says so"),
              required("citation", TEXT, "The section it rests on"),
              PeriodEntities.reading())
          .belongingTo("enrollment", "enrollmentId");

  private FigureEntities() {}
}
