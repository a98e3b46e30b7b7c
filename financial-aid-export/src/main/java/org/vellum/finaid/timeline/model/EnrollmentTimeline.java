package org.vellum.finaid.timeline.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.facts.model.EngagementWeek;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.period.model.Continuation;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.week.model.DateRange;
import org.vellum.finaid.week.model.LearnerWeeks;
import org.vellum.finaid.week.model.WeekCounting;

/**
 * One enrollment of a learner with all that follows from its facts. A return within 180 days goes
 * on with what was done before it.
 *
 * @param enrollment whose it is
 * @param program the rules of its program
 * @param length units and weeks of the program, or of what remained of it
 * @param start the first day, of the earlier enrollment if this one goes on with it
 * @param attempts in the program's measure, those that have one
 * @param weekEnds the last days of the weeks that counted
 * @param totals units and weeks day by day
 * @param timeline periods and years, in a program that is paid by completion
 * @param terms periods and years, in a program with terms or by subscription
 */
public record EnrollmentTimeline(
    EnrollmentFacts enrollment,
    ProgramRules program,
    UnitsAndWeeks length,
    LocalDate start,
    List<UnitAttempt> attempts,
    List<LocalDate> weekEnds,
    CumulativeTotals totals,
    Optional<Timeline> timeline,
    TermTimeline terms) {

  public EnrollmentTimeline {
    attempts = List.copyOf(attempts);
    weekEnds = List.copyOf(weekEnds);
  }

  /**
   * Derives it.
   *
   * @param learner whose enrollment it is
   * @param program the rules of its program, of which length and academic year are positive
   * @param asOf the day up to which the facts are known
   */
  public static EnrollmentTimeline of(
      LearnerFacts learner, EnrollmentFacts enrollment, ProgramRules program, LocalDate asOf) {
    List<EnrollmentFacts> chain = chain(learner, enrollment, program);
    EnrollmentFacts first = chain.getFirst();
    List<UnitAttempt> attempts = new ArrayList<>();
    Set<LocalDate> weekEnds = new HashSet<>();
    for (EnrollmentFacts each : chain) {
      each.attempts().forEach(attempt -> program.measured(attempt).ifPresent(attempts::add));
      weekEnds.addAll(weekEnds(each, program, asOf));
    }
    UnitsAndWeeks length = first.credit().remaining().orElse(program.facts().terms().length());
    CumulativeTotals totals = CumulativeTotals.of(attempts, weekEnds);
    Optional<Timeline> timeline =
        program.facts().terms().calendar().paysByCompletion() && length.isPositive()
            ? Optional.of(
                Timeline.of(
                    length,
                    program.facts().terms().academicYear(),
                    first.beginDate(),
                    asOf,
                    totals,
                    program.ruleset()))
            : Optional.empty();
    return new EnrollmentTimeline(
        enrollment,
        program,
        length,
        first.beginDate(),
        attempts,
        weekEnds.stream().sorted().toList(),
        totals,
        timeline,
        TermTimeline.of(enrollment, program, length, first.beginDate(), totals, asOf));
  }

  /** The enrollments that are one for the rules, the first of them first. */
  private static List<EnrollmentFacts> chain(
      LearnerFacts learner, EnrollmentFacts last, ProgramRules program) {
    List<EnrollmentFacts> chain = new ArrayList<>(List.of(last));
    while (chain.size() <= learner.enrollments().size()) {
      EnrollmentFacts first = chain.getFirst();
      Optional<EnrollmentFacts> before =
          earlier(learner, first)
              .filter(each ->
                  continuation(each, first, program)
                      .filter(Continuation.SAME_PERIOD::equals)
                      .isPresent());
      if (before.isEmpty()) {
        return chain;
      }
      chain.addFirst(before.get());
    }
    // A circle of returns: each stands for itself.
    return List.of(last);
  }

  /** The enrollment that one is a return to. */
  public static Optional<EnrollmentFacts> earlier(LearnerFacts learner, EnrollmentFacts of) {
    return of.origin()
        .reentryOf()
        .flatMap(id ->
            learner.enrollments().stream()
                .filter(each -> each.enrollmentId().equals(id))
                .findFirst());
  }

  /** Whether a return goes on in the same period; nothing if the learner had not left before it. */
  public static Optional<Continuation> continuation(
      EnrollmentFacts before, EnrollmentFacts returned, ProgramRules program) {
    return left(before)
        .filter(day -> !returned.beginDate().isBefore(day))
        .map(day -> Continuation.reentry(day, returned.beginDate(), program.ruleset()).value());
  }

  static Optional<LocalDate> left(EnrollmentFacts enrollment) {
    return enrollment
        .withdrawal()
        .map(each -> each.withdrawalDate().orElse(each.determinationDate()))
        .or(enrollment::endDate);
  }

  private static List<LocalDate> weekEnds(
      EnrollmentFacts enrollment, ProgramRules program, LocalDate asOf) {
    LocalDate until = left(enrollment).filter(day -> day.isBefore(asOf)).orElse(asOf);
    LearnerWeeks weeks = new LearnerWeeks(enrollment.beginDate(), until);
    List<DateRange> leaves = LearnerLeaves.of(enrollment, asOf, program.ruleset()).approved();
    List<LocalDate> ends;
    if (program.weeks().isPresent()) {
      ends = weeks.of(program.weeks().get(), leaves);
    } else {
      List<DateRange> excluded = new ArrayList<>(leaves);
      excluded.addAll(program.breaks());
      ends = weeks.open(excluded);
    }
    return program.facts().weekCounting() == WeekCounting.ENGAGED_ONLY
        ? engaged(ends, enrollment)
        : ends;
  }

  private static List<LocalDate> engaged(List<LocalDate> ends, EnrollmentFacts enrollment) {
    return ends.stream()
        .filter(end -> enrollment.engagement().stream().anyMatch(week -> isIn(week, end)))
        .toList();
  }

  /** By the first day of the week in which the learner was engaged: only counts are kept of it. */
  private static boolean isIn(EngagementWeek week, LocalDate end) {
    return week.count() > 0
        && !week.weekStart().isAfter(end)
        && week.weekStart().isAfter(end.minusDays(7));
  }
}
