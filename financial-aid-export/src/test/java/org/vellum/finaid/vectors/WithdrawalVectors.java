package org.vellum.finaid.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.finaid.measure.model.Ruleset.US_TIV_2025_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.measure.model.Fraction;
import org.vellum.finaid.period.model.Continuation;
import org.vellum.finaid.week.model.DateRange;
import org.vellum.finaid.withdrawal.model.Absence;
import org.vellum.finaid.withdrawal.model.ApprovedLeaves;
import org.vellum.finaid.withdrawal.model.DaysOfPeriod;
import org.vellum.finaid.withdrawal.model.OfficialWithdrawal;
import org.vellum.finaid.withdrawal.model.PartCompleted;
import org.vellum.finaid.withdrawal.model.Projection;
import org.vellum.finaid.withdrawal.model.ReturnedCharges;

/** Withdrawals, leaves, coming back. */
final class WithdrawalVectors {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);

  static final List<Kind> KINDS =
      List.of(
          Kind.of(WithdrawalVectors::byUnits, "scheduledDays", "daysCompleted", "periodUnits"),
          Kind.of(
              WithdrawalVectors::byCourses, "scheduledDays", "daysCompleted", "coursesInPeriod"),
          Kind.of(WithdrawalVectors::days, "calendarDays", "calendarDaysToWithdrawal"),
          Kind.of(WithdrawalVectors::percentage, "totalDays", "daysCompleted"),
          Kind.of(WithdrawalVectors::clock, "scheduledHoursToDate", "periodHours"),
          Kind.of(WithdrawalVectors::charges, "totalCharges", "equalPeriods"),
          Kind.of(WithdrawalVectors::reentry, "withdrawalDate", "reentryDate"),
          Kind.of(WithdrawalVectors::absence, "ceasedAttendance"),
          Kind.of(WithdrawalVectors::leaves, "loaDays"),
          Kind.of(WithdrawalVectors::onBreak, "breakStart", "breakEnd", "notificationDate"));

  private WithdrawalVectors() {}

  private static void byUnits(Fields input, Fields expected) {
    int completed = input.whole("daysCompleted");
    Projection projection =
        Projection.byUnits(
            input.whole("scheduledDays"),
            completed,
            input.number("periodUnits"),
            input.number("unitsEarned"),
            input.number("failedUnits", 0),
            US_TIV_2025_1);
    expected.expect("projectedDays", projection.projectedDays());
    part(completed, projection.totalDays(), expected);
  }

  private static void byCourses(Fields input, Fields expected) {
    int completed = input.whole("daysCompleted");
    Projection projection =
        Projection.byCourses(
            input.whole("scheduledDays"),
            completed,
            Fraction.of(input.whole("coursesAttempted"), 1),
            input.whole("coursesInPeriod"),
            input.whole("coursesFailed"),
            US_TIV_2025_1);
    expected.expect("projectedDays", projection.projectedDays());
    part(completed, projection.totalDays(), expected);
  }

  private static void days(Fields input, Fields expected) {
    DateRange period = from(START, input.whole("calendarDays"));
    LocalDate withdrawal = START.plusDays(input.whole("calendarDaysToWithdrawal") - 1L);
    int breakDays = input.whole("breakDays");
    LocalDate begins = input.flag("breakBeforeWithdrawal") ? START : withdrawal.plusDays(1);
    List<DateRange> breaks = breakDays == 0 ? List.of() : List.of(from(begins, breakDays));
    DaysOfPeriod days = DaysOfPeriod.of(period, withdrawal, breaks, List.of(), US_TIV_2025_1);
    expected.expect("daysCompleted", days.completed());
    part(days.completed(), days.total(), expected);
  }

  private static void percentage(Fields input, Fields expected) {
    part(input.whole("daysCompleted"), input.whole("totalDays"), expected);
  }

  private static void part(int completed, int total, Fields expected) {
    expected.expect("totalDays", total);
    part(PartCompleted.ofDays(completed, total, US_TIV_2025_1), expected);
  }

  private static void part(PartCompleted part, Fields expected) {
    expected.expect("percentCompleted", part.percent());
    expected.expect("percentEarned", part.percentEarned());
    expected.expect("pastSixtyPercent", part.isPastSixtyPercent());
  }

  private static void clock(Fields input, Fields expected) {
    input.ignore("attendedHours"); // hours scheduled count, whatever was attended
    part(
        PartCompleted.ofHours(
            input.number("scheduledHoursToDate"), input.number("periodHours"), US_TIV_2025_1),
        expected);
  }

  private static void charges(Fields input, Fields expected) {
    ReturnedCharges charges =
        ReturnedCharges.of(
            input.number("totalCharges"),
            input.whole("equalPeriods"),
            input.number("titleIvRetained"),
            US_TIV_2025_1);
    expected.expect("proratedCharges", charges.prorated());
    expected.expect("institutionalCharges", charges.institutional());
  }

  private static void reentry(Fields input, Fields expected) {
    expected.expect(
        "samePaymentPeriod",
        Continuation.reentry(input.date("withdrawalDate"), input.date("reentryDate"), US_TIV_2025_1)
                .value()
            == Continuation.SAME_PERIOD);
  }

  private static void absence(Fields input, Fields expected) {
    Absence absence =
        new Absence(
            input.date("ceasedAttendance"),
            input.find("confirmedReturn").map(JsonNode::textValue).map(LocalDate::parse),
            input.flag("loa"),
            Optional.empty());
    expected.expect("withdrawn", absence.isWithdrawal(US_TIV_2025_1).value());
  }

  private static void leaves(Fields input, Fields expected) {
    assertThat(input.text("window")).isEqualTo("12 months");
    List<Integer> days = input.numbers("loaDays").stream().map(BigDecimal::intValueExact).toList();
    expected.expect("approvable", ApprovedLeaves.areApprovable(days, US_TIV_2025_1).value());
  }

  private static void onBreak(Fields input, Fields expected) {
    DateRange scheduled = new DateRange(input.date("breakStart"), input.date("breakEnd"));
    assertThat(scheduled.from()).isEqualTo(input.date("lastClassDay").plusDays(1));
    OfficialWithdrawal withdrawal =
        OfficialWithdrawal.during(scheduled, input.date("notificationDate"), US_TIV_2025_1);
    expected.expect("withdrawalDate", withdrawal.withdrawn().toString());
    expected.expect("determinationDate", withdrawal.determined().toString());
    expected.expect("breakDays", scheduled.days());
  }

  private static DateRange from(LocalDate first, int days) {
    return new DateRange(first, first.plusDays(days - 1L));
  }
}
