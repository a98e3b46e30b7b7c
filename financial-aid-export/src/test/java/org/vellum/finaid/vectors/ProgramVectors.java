package org.vellum.finaid.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.finaid.measure.model.Ruleset.US_TIV_2025_1;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.period.model.PeriodSchedule;
import org.vellum.finaid.period.model.ScheduledPeriod;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.HalfDeterminedBy;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.progress.model.ProgressPoint;
import org.vellum.finaid.sap.model.ProgressFigures;
import org.vellum.finaid.subscription.model.SubscriptionPeriod;
import org.vellum.finaid.term.model.CalendarYear;
import org.vellum.finaid.term.model.Term;
import org.vellum.finaid.week.model.DateRange;
import org.vellum.finaid.week.model.InstructionalWeeks;

/** Weeks, periods, progress, subscription periods and the figures of academic progress. */
final class ProgramVectors {
  private static final LocalDate START = LocalDate.of(2025, 9, 1);
  private static final int WEEK = 7;
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  static final List<Kind> KINDS =
      List.of(
          Kind.of(ProgramVectors::weeks, "start", "end"),
          Kind.of(ProgramVectors::periods, "programUnits", "programWeeks", "ayUnits", "ayWeeks"),
          Kind.of(
              ProgramVectors::progress,
              "programUnits",
              "programWeeks",
              "ayUnits",
              "ayWeeks",
              "progressPoints"),
          Kind.of(ProgramVectors::subscription, "hoursPerSubscriptionPeriod", "programHours"),
          Kind.of(
              ProgramVectors::years,
              "programUnits",
              "programWeeks",
              "ayUnits",
              "ayWeeks",
              "termsInYear",
              "terms"),
          Kind.of(ProgramVectors::figures, "attempted", "earned", "programUnits"));

  private ProgramVectors() {}

  private static void weeks(Fields input, Fields expected) {
    List<DateRange> noClass = new ArrayList<>(input.ranges("noClassDays"));
    noClass.addAll(input.ranges("breaks"));
    LocalDate start = input.date("start");
    Set<LocalDate> days =
        InstructionalWeeks.daysOfInstruction(
            new DateRange(start, input.date("end")), WEEKDAYS, noClass);
    expected.expect(
        "weeks", new InstructionalWeeks(start).elapsed(days, List.of(), US_TIV_2025_1).value());
  }

  private static PeriodSchedule schedule(Fields input) {
    return PeriodSchedule.of(
        new UnitsAndWeeks(input.number("programUnits"), input.number("programWeeks")),
        new UnitsAndWeeks(input.number("ayUnits"), input.number("ayWeeks")),
        US_TIV_2025_1);
  }

  private static void periods(Fields input, Fields expected) {
    PeriodSchedule schedule = schedule(input);
    input.find("unit").ifPresent(unit -> UnitMeasure.valueOf(unit.textValue()));
    List<ScheduledPeriod> periods = schedule.periods();
    List<Fields> wanted = expected.objects("paymentPeriods");
    assertThat(periods).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      wanted.get(i).expect("seq", periods.get(i).seq());
      wanted.get(i).expect("units", periods.get(i).scheduled().units());
      wanted.get(i).expect("weeks", periods.get(i).scheduled().weeks());
      wanted.get(i).compared();
    }
    expected.expectTexts("warnings", schedule.warnings().stream().map(Enum::name).toList());
  }

  private static void progress(Fields input, Fields expected) {
    PeriodSchedule schedule = schedule(input);
    List<ProgressPoint> points = new ArrayList<>();
    for (Fields point : input.objects("progressPoints")) {
      UnitsAndWeeks cumulative =
          new UnitsAndWeeks(point.number("unitsCompleted"), point.number("weeksCompleted"));
      point.complete();
      points.add(new ProgressPoint(endOf(cumulative.weeks().intValueExact()), cumulative));
    }
    if (expected.has("thresholds")) {
      thresholds(schedule, expected.objects("thresholds"));
    }
    List<PeriodProgress> progress =
        PeriodProgress.of(
            schedule, START, CumulativeTotals.of(points), HalfDeterminedBy.UNITS, US_TIV_2025_1);
    // A vector lists the periods after which another begins.
    List<BigDecimal> weeks =
        progress.subList(0, progress.size() - 1).stream()
            .flatMap(each -> each.completed().stream())
            .map(day -> BigDecimal.valueOf((ChronoUnit.DAYS.between(START, day) + 1) / WEEK))
            .toList();
    expected.expectNumbers("periodCompletedAfterWeek", weeks);
  }

  private static void thresholds(PeriodSchedule schedule, List<Fields> wanted) {
    assertThat(schedule.periods()).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      ScheduledPeriod period = schedule.periods().get(i);
      wanted.get(i).expect("seq", period.seq());
      wanted.get(i).expect("cumUnits", period.cumulative().units());
      wanted.get(i).expect("cumWeeks", period.cumulative().weeks());
      wanted.get(i).compared();
    }
  }

  private static LocalDate endOf(int week) {
    return START.plusDays((long) week * WEEK - 1);
  }

  private static void subscription(Fields input, Fields expected) {
    List<SubscriptionPeriod> periods =
        SubscriptionPeriod.of(
            input.numbers("hoursPerSubscriptionPeriod"),
            input.number("programHours"),
            US_TIV_2025_1);
    expected.expectNumbers(
        "cumulativeHoursRequired",
        periods.stream().map(SubscriptionPeriod::requiredHours).toList());
    expected.expectTexts(
        "titleIvEligible",
        periods.stream().map(period -> String.valueOf(period.withinProgram())).toList());
  }

  private static void years(Fields input, Fields expected) {
    List<Term> terms = new ArrayList<>();
    List<ProgressPoint> points = new ArrayList<>();
    BigDecimal passed = BigDecimal.ZERO;
    for (Fields each : input.objects("terms")) {
      LocalDate end = each.date("end");
      UnitsAndWeeks size = new UnitsAndWeeks(each.number("units"), each.number("weeks"));
      terms.add(new Term(each.whole("year"), each.date("start"), end, size));
      passed = passed.add(each.number("passed", 0));
      points.add(new ProgressPoint(end, new UnitsAndWeeks(passed, BigDecimal.ZERO)));
      each.complete();
    }
    List<CalendarYear> years =
        CalendarYear.of(
            terms,
            new CalendarYear.Measures(
                new UnitsAndWeeks(input.number("programUnits"), input.number("programWeeks")),
                new UnitsAndWeeks(input.number("ayUnits"), input.number("ayWeeks")),
                input.whole("termsInYear")),
            CumulativeTotals.of(points),
            US_TIV_2025_1);
    List<Fields> wanted = expected.objects("years");
    assertThat(years).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      CalendarYear year = years.get(i);
      wanted.get(i).expect("seq", year.seq());
      wanted.get(i).expect("start", year.begin().toString());
      wanted.get(i).expect("end", year.end().toString());
      wanted.get(i).expect("gradeLevel", year.gradeLevel());
      wanted.get(i).expect("remainingUnits", year.remainingUnits());
      wanted.get(i).compared();
    }
    expected.expectTexts(
        "proration",
        years.stream()
            .map(year -> year.proration().map(each -> each.fraction().toString()).orElse("none"))
            .toList());
  }

  private static void figures(Fields input, Fields expected) {
    ProgressFigures figures =
        ProgressFigures.of(
            input.number("attempted"),
            input.number("earned"),
            input.number("transferUnits", 0),
            input.number("programUnits"),
            US_TIV_2025_1);
    expected.ignore("note");
    expected.expect("pacePercent", figures.pacePercent());
    expected.expect("maxTimeframeUnits", figures.maximumUnits());
    expected.expect("withinMax", figures.isWithinMaximum());
    expected.expect("canFinishWithinMax", figures.canFinishWithinMaximum());
  }
}
