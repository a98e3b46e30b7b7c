package org.vellum.finaid.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LeaveFacts;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.progress.model.PeriodProgress;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.timeline.model.EnrollmentTimeline;
import org.vellum.finaid.timeline.model.TimelinePeriod;
import org.vellum.finaid.timeline.model.TimelineYear;

/**
 * One enrollment as a page shows it.
 *
 * @param enrollmentId its identifier
 * @param program title of the program, or its code where no parameters are set
 * @param programCode the code of the program
 * @param derived whether parameters are set, so that anything follows from the facts
 * @param begin first day
 * @param status how it stands
 * @param picture of it, if anything follows
 * @param done units and weeks completed and to be completed
 * @param periods the payment periods
 * @param terms the payment periods that are terms
 * @param years the academic years
 * @param units the attempts
 * @param statuses how it stood since when
 * @param leaves leaves and absences
 * @param weeks of engagement, the newest first
 */
public record TimelineView(
    String enrollmentId,
    String program,
    String programCode,
    boolean derived,
    LocalDate begin,
    String status,
    Optional<TimelinePicture> picture,
    List<Figure> done,
    List<PeriodRow> periods,
    List<TermRow> terms,
    List<YearRow> years,
    List<UnitRow> units,
    List<EnrollmentFacts.StatusChange> statuses,
    List<LeaveFacts> leaves,
    List<EngagementWeek> weeks) {

  public TimelineView {
    done = List.copyOf(done);
    periods = List.copyOf(periods);
    terms = List.copyOf(terms);
    years = List.copyOf(years);
    units = List.copyOf(units);
    statuses = List.copyOf(statuses);
    leaves = List.copyOf(leaves);
    weeks = List.copyOf(weeks);
  }

  /** A number with why it is so. */
  public record Figure(String name, String value, String citation) {}

  /**
   * A payment period.
   *
   * @param ours whether the text leaves it open and the reading is ours
   */
  public record PeriodRow(
      int seq,
      String kind,
      String state,
      String units,
      String weeks,
      String cumulative,
      Optional<LocalDate> start,
      LocalDate scheduledEnd,
      Optional<LocalDate> projectedEnd,
      Optional<LocalDate> unitsCompleted,
      Optional<LocalDate> weeksCompleted,
      Optional<LocalDate> completed,
      String byUnits,
      String byWeeks,
      String limiting,
      String citation,
      String pellCitation,
      boolean ours) {}

  /**
   * A payment period that is a term.
   *
   * @param name of the term; the status of a subscription period
   * @param ours whether its units are those of a full-time learner, because it has not begun
   */
  public record TermRow(
      int seq,
      String name,
      String state,
      int year,
      String units,
      String weeks,
      LocalDate from,
      LocalDate to,
      String citation,
      boolean ours) {}

  /** An academic year. */
  public record YearRow(
      int seq,
      String threshold,
      Optional<LocalDate> start,
      LocalDate scheduledEnd,
      Optional<LocalDate> projectedEnd,
      Optional<LocalDate> ended,
      int gradeLevel,
      String remaining,
      String citation) {}

  /** An attempt; without units where nothing says what it is worth. */
  public record UnitRow(
      String title,
      String unitId,
      int attempt,
      String units,
      LocalDate begin,
      Optional<LocalDate> lastEngagement,
      String outcome,
      Optional<LocalDate> outcomeDate,
      String origin) {}

  /** Of an enrollment whose program has no parameters: only the facts. */
  static TimelineView of(EnrollmentFacts enrollment, Map<String, String> titles) {
    return new TimelineView(
        enrollment.enrollmentId(),
        enrollment.programVersionId(),
        enrollment.programVersionId(),
        false,
        enrollment.beginDate(),
        status(enrollment),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        enrollment.attempts().stream()
            .map(each -> unit(each, size(each).orElse(""), titles))
            .toList(),
        enrollment.statuses(),
        enrollment.leaves(),
        enrollment.engagement().reversed());
  }

  static TimelineView of(EnrollmentTimeline timeline, LocalDate asOf, Map<String, String> titles) {
    EnrollmentFacts enrollment = timeline.enrollment();
    List<Figure> done = done(timeline, asOf);
    String summary =
        done.stream()
            .map(each -> each.name() + ": " + each.value() + ". ")
            .reduce("", String::concat);
    return new TimelineView(
        enrollment.enrollmentId(),
        timeline.program().facts().identity().title(),
        timeline.program().facts().identity().programId(),
        true,
        enrollment.beginDate(),
        status(enrollment),
        Optional.of(TimelineDrawing.of(timeline, asOf, summary)),
        done,
        timeline
            .timeline()
            .map(each -> each.periods().stream().map(TimelineView::period).toList())
            .orElse(List.of()),
        TermRows.terms(timeline, asOf),
        TermRows.years(timeline, asOf),
        enrollment.attempts().stream()
            .map(each ->
                unit(
                    each,
                    timeline
                        .program()
                        .measured(each)
                        .map(measured -> measured.units().toPlainString())
                        .orElse(""),
                    titles))
            .toList(),
        enrollment.statuses(),
        enrollment.leaves(),
        enrollment.engagement().reversed());
  }

  private static List<Figure> done(EnrollmentTimeline timeline, LocalDate asOf) {
    var now = timeline.totals().at(asOf);
    var length = timeline.length();
    String of = " of ";
    return List.of(
        new Figure(
            "Units passed",
            now.units().toPlainString() + of + length.units().toPlainString(),
            "34 CFR 668.4(c), (h)(2)"),
        new Figure(
            "Weeks of instructional time",
            now.weeks().toPlainString() + of + length.weeks().toPlainString(),
            "34 CFR 668.3(b)"),
        new Figure(
            "Payment periods completed",
            timeline
                .timeline()
                .map(each ->
                    each.periods().stream()
                            .filter(period ->
                                period.progress().state() == PeriodProgress.State.COMPLETED)
                            .count()
                        + of
                        + each.periods().size())
                .orElseGet(() ->
                    timeline.terms().periods().stream()
                            .filter(period -> period.term().to().isBefore(asOf))
                            .count()
                        + of
                        + timeline.terms().periods().size()),
            timeline.timeline().isPresent() ? "34 CFR 668.4(c)" : "34 CFR 668.4(a)"));
  }

  private static PeriodRow period(TimelinePeriod period) {
    PeriodProgress progress = period.progress();
    var scheduled = progress.period();
    return new PeriodRow(
        scheduled.seq(),
        words(scheduled.kind()),
        words(progress.state()),
        scheduled.scheduled().units().toPlainString(),
        scheduled.scheduled().weeks().toPlainString(),
        scheduled.cumulative().units().toPlainString()
            + " units, "
            + scheduled.cumulative().weeks().toPlainString()
            + " weeks",
        progress.start(),
        period.scheduledEnd(),
        period.projectedEnd(),
        progress.unitsCompleted(),
        progress.weeksCompleted(),
        progress.completed(),
        period.pell().byUnits().toString(),
        period.pell().byWeeks().toString(),
        words(period.pell().limiting()),
        progress.rule().citation(),
        period.pell().rule().citation(),
        scheduled.rule().reading() == Rule.Reading.OURS);
  }

  static YearRow year(TimelineYear year) {
    return new YearRow(
        year.year().seq(),
        year.year().threshold().units().toPlainString()
            + " units, "
            + year.year().threshold().weeks().toPlainString()
            + " weeks",
        year.year().start(),
        year.scheduledEnd(),
        year.projectedEnd(),
        year.year().ended(),
        year.year().gradeLevel(),
        year.year().remainingUnits().toPlainString(),
        year.year().rule().citation());
  }

  private static UnitRow unit(AttemptFacts attempt, String units, Map<String, String> titles) {
    return new UnitRow(
        titles.getOrDefault(attempt.unitId(), attempt.unitId()),
        attempt.unitId(),
        attempt.attempt(),
        units,
        attempt.beginDate(),
        attempt.lastEngagement(),
        words(attempt.outcome()),
        attempt.outcomeDate(),
        attempt.origin() == UnitAttempt.Origin.INSTITUTION ? "" : words(attempt.origin()));
  }

  private static Optional<String> size(AttemptFacts attempt) {
    return attempt.size().map(each -> each.units().toPlainString());
  }

  private static String status(EnrollmentFacts enrollment) {
    return enrollment.statuses().isEmpty() ? "" : words(enrollment.statuses().getLast().status());
  }

  private static String words(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace(" ay", " academic year");
  }
}
