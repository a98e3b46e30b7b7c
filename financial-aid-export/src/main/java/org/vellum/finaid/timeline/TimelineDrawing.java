package org.vellum.finaid.timeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.period.model.ScheduledPeriod;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.timeline.TimelinePicture.Band;
import org.vellum.finaid.timeline.TimelinePicture.Box;
import org.vellum.finaid.timeline.TimelinePicture.Curve;
import org.vellum.finaid.timeline.TimelinePicture.Line;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.TermTimeline;
import org.vellum.finaid.timeline.model.Timeline;
import org.vellum.finaid.timeline.model.TimelinePeriod;
import org.vellum.finaid.timeline.model.TimelineYear;

/** Draws a timeline, row by row from the top. */
final class TimelineDrawing {
  private static final int WIDTH = 960;
  private static final int LABEL = 130;
  private static final int MARGIN = 10;
  private static final int BAR = 22;
  private static final int CHART = 84;
  private static final int GAP = 12;
  private static final int LETTER = 7;
  private static final String WEEKS_RULE = "34 CFR 668.3(b)";
  private static final String UNITS_RULE = "34 CFR 668.4(c), (h)(2)";
  private static final String ENGAGEMENT_RULE = "34 CFR 600.2";

  private final EnrollmentTimeline timeline;
  private final LocalDate asOf;
  private final Days days;
  private final List<Band> bands = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Curve> curves = new ArrayList<>();
  private int y = 26;

  private TimelineDrawing(EnrollmentTimeline timeline, LocalDate asOf) {
    this.timeline = timeline;
    this.asOf = asOf;
    this.days = Days.of(timeline, asOf, LABEL, WIDTH - LABEL - MARGIN);
  }

  static TimelinePicture of(EnrollmentTimeline timeline, LocalDate asOf, String summary) {
    TimelineDrawing drawing = new TimelineDrawing(timeline, asOf);
    timeline.timeline().ifPresent(drawing::drawPeriods);
    if (!timeline.terms().periods().isEmpty()) {
      drawing.drawTerms(timeline.terms());
    }
    drawing.drawTotals();
    drawing.drawEngagement();
    drawing.draw("Leaves, breaks", DatedBars.leaves(timeline, asOf));
    return new TimelinePicture(
        WIDTH,
        drawing.y + 4,
        summary,
        drawing.days.end(asOf),
        drawing.days.ticks(),
        drawing.bands,
        drawing.boxes,
        drawing.lines,
        drawing.curves);
  }

  private void band(String name, int height) {
    bands.add(new Band(y, height, name));
  }

  private void next(int height) {
    y += height + GAP;
  }

  private void bar(LocalDate from, LocalDate to, String css, String name, String words) {
    int x = days.x(from);
    int width = Math.max(2, days.end(to) - x - 1);
    String shown = name.length() * LETTER < width ? name : "";
    boxes.add(new Box(x, y, width, BAR, css, shown, words));
  }

  private void drawPeriods(Timeline derived) {
    band("Academic years", BAR);
    derived.years().forEach(this::drawYear);
    next(BAR);
    band("Periods scheduled", BAR);
    LocalDate from = timeline.start();
    for (TimelinePeriod period : derived.periods()) {
      ScheduledPeriod scheduled = period.progress().period();
      bar(
          from,
          period.scheduledEnd(),
          "scheduled",
          "PP " + scheduled.seq(),
          "Payment period %d as scheduled: %s, until %s. %s"
              .formatted(
                  scheduled.seq(),
                  amounts(scheduled.scheduled()),
                  Days.words(period.scheduledEnd()),
                  scheduled.rule().citation()));
      from = period.scheduledEnd().plusDays(1);
    }
    next(BAR);
    band("Periods actual", BAR);
    derived.periods().forEach(this::drawActual);
    next(BAR);
  }

  private void drawTerms(TermTimeline terms) {
    terms.yearsByCompletion().forEach(this::drawYear);
    draw("Academic years", DatedBars.years(terms, asOf));
    draw("Payment periods", DatedBars.terms(terms, asOf));
  }

  private void drawYear(TimelineYear year) {
    year.year()
        .start()
        .ifPresent(start -> {
          LocalDate end = year.projectedEnd().orElse(year.scheduledEnd());
          String ends = year.year().ended().isPresent() ? "ended " : "expected to end ";
          bar(
              start,
              end.isBefore(start) ? start : end,
              year.year().ended().isPresent() ? "year done" : "year",
              "Year " + year.year().seq(),
              "Academic year %d: from %s, %s%s. %s"
                  .formatted(
                      year.year().seq(),
                      Days.words(start),
                      ends,
                      Days.words(end),
                      year.year().rule().citation()));
        });
  }

  private void drawActual(TimelinePeriod period) {
    PeriodProgress progress = period.progress();
    progress
        .start()
        .ifPresent(start -> {
          boolean done = progress.state() == PeriodProgress.State.COMPLETED;
          LocalDate end = period.projectedEnd().orElse(period.scheduledEnd());
          String how = done ? "completed " : "projected to be completed ";
          bar(
              start,
              end.isBefore(start) ? start : end,
              done ? "actual done" : "actual",
              "PP " + progress.period().seq(),
              "Payment period %d as it went: from %s, %s%s. %s"
                  .formatted(
                      progress.period().seq(),
                      Days.words(start),
                      how,
                      Days.words(end),
                      progress.rule().citation()));
        });
  }

  private void drawTotals() {
    NavigableSet<LocalDate> changes = new TreeSet<>(timeline.weekEnds());
    timeline.attempts().stream()
        .filter(UnitAttempt::completes)
        .forEach(attempt -> attempt.outcomeDate().ifPresent(changes::add));
    chart("Units", changes, UnitsAndWeeks::units, "Units passed: %s of %s by %s. " + UNITS_RULE);
    chart(
        "Weeks",
        changes,
        UnitsAndWeeks::weeks,
        "Weeks of instructional time: %s of %s by %s. " + WEEKS_RULE);
  }

  private void chart(
      String name,
      NavigableSet<LocalDate> changes,
      Function<UnitsAndWeeks, BigDecimal> measure,
      String words) {
    band(name, CHART);
    BigDecimal whole =
        measure.apply(timeline.length()).max(measure.apply(timeline.totals().total()));
    BigDecimal top = whole.signum() > 0 ? whole : BigDecimal.ONE;
    timeline
        .timeline()
        .ifPresent(each ->
            each.periods()
                .forEach(period -> threshold(period.progress().period(), measure, top, name)));
    StringBuilder points = new StringBuilder(LABEL + "," + height(BigDecimal.ZERO, top));
    int before = height(BigDecimal.ZERO, top);
    for (LocalDate day : changes) {
      if (!day.isAfter(asOf)) {
        int now = height(measure.apply(timeline.totals().at(day)), top);
        points.append(" %d,%d %d,%d".formatted(days.end(day), before, days.end(day), now));
        before = now;
      }
    }
    points.append(" %d,%d".formatted(days.end(asOf), before));
    curves.add(
        new Curve(
            name.toLowerCase(Locale.ROOT),
            points.toString(),
            words.formatted(
                measure.apply(timeline.totals().at(asOf)).toPlainString(),
                measure.apply(timeline.length()).toPlainString(),
                Days.words(asOf))));
    next(CHART);
  }

  private void threshold(
      ScheduledPeriod period,
      Function<UnitsAndWeeks, BigDecimal> measure,
      BigDecimal top,
      String name) {
    BigDecimal needed = measure.apply(period.cumulative());
    lines.add(
        new Line(
            LABEL,
            height(needed, top),
            WIDTH - MARGIN,
            "%s needed to complete payment period %d: %s in all. %s"
                .formatted(name, period.seq(), needed.toPlainString(), period.rule().citation())));
  }

  private int height(BigDecimal amount, BigDecimal top) {
    int up =
        amount
            .multiply(BigDecimal.valueOf(CHART))
            .divide(top, 0, RoundingMode.HALF_UP)
            .intValueExact();
    return y + CHART - Math.min(CHART, up);
  }

  private void drawEngagement() {
    int height = 44;
    band("Engagement", height);
    List<EngagementWeek> weeks = timeline.enrollment().engagement();
    int most = Math.max(1, weeks.stream().mapToInt(EngagementWeek::count).max().orElse(1));
    for (EngagementWeek week : weeks) {
      int tall = Math.max(1, week.count() * height / most);
      int x = days.x(week.weekStart());
      boxes.add(
          new Box(
              x,
              y + height - tall,
              Math.max(2, days.end(week.weekStart().plusDays(6)) - x - 1),
              tall,
              "engaged",
              "",
              "Week of %s: engaged %d times, %d of them substantive. %s"
                  .formatted(
                      Days.words(week.weekStart()),
                      week.count(),
                      week.substantiveCount(),
                      ENGAGEMENT_RULE)));
    }
    next(height);
  }

  private void draw(String name, List<DatedBars.Bar> bars) {
    band(name, BAR);
    bars.forEach(each -> bar(each.from(), each.to(), each.css(), each.name(), each.words()));
    next(BAR);
  }

  private static String amounts(UnitsAndWeeks amounts) {
    return amounts.units().toPlainString()
        + " units and "
        + amounts.weeks().toPlainString()
        + " weeks";
  }
}
