package org.vellum.finaid.timeline.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.EnrollmentFacts;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.SubscriptionFacts;
import org.vellum.finaid.measure.model.Rule;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.progress.model.CumulativeTotals;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.term.model.CalendarYear;
import org.vellum.finaid.term.model.Term;
import org.vellum.finaid.week.model.DateRange;

/**
 * What the rules derive for one learner in a program with terms or by subscription: there a payment
 * period is a term (34 CFR 668.4(a)), and begins and ends by the calendar.
 *
 * @param periods in time; of an academic calendar those that are not over, and those in which the
 *     learner began something; one that has not begun is of a full-time learner's size
 * @param years in time; empty where years end by completion
 * @param yearsByCompletion in time, where they do (BBAY 3); empty elsewhere
 * @param full units of a full-time learner in a term of a calendar
 */
public record TermTimeline(
    List<Period> periods,
    List<CalendarYear> years,
    List<TimelineYear> yearsByCompletion,
    Optional<BigDecimal> full) {
  /** Of a program without terms. */
  static final TermTimeline NONE =
      new TermTimeline(List.of(), List.of(), List.of(), Optional.empty());

  private static final String FULL = "FULL";
  private static final int WEEK = 7;

  public TermTimeline {
    periods = List.copyOf(periods);
    years = List.copyOf(years);
    yearsByCompletion = List.copyOf(yearsByCompletion);
  }

  /**
   * A payment period.
   *
   * @param seq from 1
   * @param name of the term, such as {@code Fall 2026}; the status of a subscription period
   * @param term when it is, of which size and in which year
   * @param through units and weeks from the start to its end
   * @param rule why
   */
  public record Period(int seq, String name, Term term, UnitsAndWeeks through, Rule rule) {}

  /**
   * Units of a full-time learner in a period that is a term of a calendar; nothing elsewhere, and
   * where the school sets none.
   */
  public Optional<BigDecimal> fullLoad() {
    return full.filter(units -> units.signum() > 0);
  }

  /** The period of a day. */
  public Optional<Period> on(LocalDate day) {
    return periods.stream()
        .filter(each -> !day.isBefore(each.term.from()) && !day.isAfter(each.term.to()))
        .findFirst();
  }

  static TermTimeline of(
      EnrollmentFacts enrollment,
      ProgramRules program,
      UnitsAndWeeks length,
      LocalDate start,
      CumulativeTotals totals,
      LocalDate asOf) {
    CalendarType calendar = program.facts().terms().calendar();
    if (calendar.paysByCompletion()) {
      return NONE;
    }
    boolean bySubscription = calendar == CalendarType.SUBSCRIPTION;
    int termsInYear = bySubscription ? subscriptionsInYear(program) : termsInYear(program);
    List<Period> periods =
        bySubscription
            ? subscriptions(enrollment, program)
            : new Terms(enrollment, program, termsInYear, asOf).periods();
    Optional<BigDecimal> full =
        bySubscription ? Optional.empty() : Optional.of(fullLoad(program, termsInYear));
    UnitsAndWeeks year = program.facts().terms().academicYear();
    if (program.facts().methods().annualLimitYear() == AidMethods.AnnualLimitYear.BBAY3) {
      return new TermTimeline(
          periods,
          List.of(),
          length.isPositive()
              ? Timeline.years(length, year, start, asOf, totals, program.ruleset())
              : List.of(),
          full);
    }
    return new TermTimeline(
        periods,
        CalendarYear.of(
            periods.stream().map(Period::term).toList(),
            new CalendarYear.Measures(length, year, termsInYear),
            totals,
            program.ruleset()),
        List.of(),
        full);
  }

  /** As many as a full-time learner needs for the units of a year. */
  private static int subscriptionsInYear(ProgramRules program) {
    BigDecimal full = program.facts().statusHours().getOrDefault(FULL, BigDecimal.ZERO);
    return full.signum() <= 0
        ? 1
        : program
            .facts()
            .terms()
            .academicYear()
            .units()
            .divide(full, 0, RoundingMode.CEILING)
            .intValue();
  }

  /** The most terms that the school's calendar has in a year. */
  private static int termsInYear(ProgramRules program) {
    return program.terms().stream()
        .collect(Collectors.groupingBy(InstructionalCalendar.Term::academicYear))
        .values()
        .stream()
        .mapToInt(List::size)
        .max()
        .orElse(1);
  }

  /** An equal part of what a full-time learner takes in a year. */
  private static BigDecimal fullLoad(ProgramRules program, int termsInYear) {
    return program
        .facts()
        .fullTimeUnitsPerAy()
        .divide(BigDecimal.valueOf(termsInYear), 3, RoundingMode.HALF_UP);
  }

  private static List<Period> subscriptions(EnrollmentFacts enrollment, ProgramRules program) {
    List<Period> periods = new ArrayList<>();
    UnitsAndWeeks through = UnitsAndWeeks.NONE;
    for (SubscriptionFacts each : enrollment.subscriptions()) {
      BigDecimal hours = program.facts().statusHours().getOrDefault(each.status(), BigDecimal.ZERO);
      UnitsAndWeeks size = new UnitsAndWeeks(hours, weeks(each.from(), each.to()));
      through = through.plus(size);
      periods.add(
          new Period(
              periods.size() + 1,
              each.status(),
              new Term(each.academicYear(), each.from(), each.to(), size),
              through,
              program.ruleset().rule("34 CFR 668.2; 34 CFR 668.4(a)")));
    }
    return periods;
  }

  /** Exact to three decimals: a subscription period need not be of whole weeks. */
  private static BigDecimal weeks(LocalDate from, LocalDate to) {
    return to.isBefore(from)
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(new DateRange(from, to).days())
            .divide(BigDecimal.valueOf(WEEK), 3, RoundingMode.HALF_UP);
  }

  /** The terms of a calendar that are a learner's. */
  private record Terms(
      EnrollmentFacts enrollment, ProgramRules program, int termsInYear, LocalDate asOf) {

    List<Period> periods() {
      List<InstructionalCalendar.Term> own =
          program.terms().stream()
              .filter(this::isOwn)
              .sorted(Comparator.comparing(InstructionalCalendar.Term::from))
              .toList();
      Map<Integer, Integer> sequence = sequence(own);
      List<Period> periods = new ArrayList<>();
      UnitsAndWeeks through = UnitsAndWeeks.NONE;
      for (InstructionalCalendar.Term each : own) {
        boolean begun = !each.from().isAfter(asOf);
        UnitsAndWeeks size =
            new UnitsAndWeeks(begun ? units(each) : fullLoad(program, termsInYear), weeks(each));
        through = through.plus(size);
        int year = sequence.getOrDefault(each.academicYear(), 1);
        periods.add(
            new Period(
                periods.size() + 1,
                each.name(),
                new Term(year, each.from(), each.to(), size),
                through,
                begun
                    ? program.ruleset().rule("34 CFR 668.4(a)")
                    : program.ruleset().reading("34 CFR 668.4(a)")));
      }
      return periods;
    }

    /** The years of the calendar as the learner's first, second and so on. */
    private static Map<Integer, Integer> sequence(List<InstructionalCalendar.Term> own) {
      Map<Integer, Integer> sequence = new TreeMap<>();
      own.forEach(each -> sequence.putIfAbsent(each.academicYear(), sequence.size() + 1));
      return sequence;
    }

    private boolean isOwn(InstructionalCalendar.Term term) {
      Optional<LocalDate> last = EnrollmentTimeline.left(enrollment).or(enrollment::expectedEnd);
      boolean during =
          !term.to().isBefore(enrollment.beginDate())
              && last.filter(day -> day.isBefore(term.from())).isEmpty();
      boolean open = !term.to().isBefore(asOf);
      return during && (open || units(term).signum() > 0);
    }

    /** Units of what the learner began in the term. */
    private BigDecimal units(InstructionalCalendar.Term term) {
      return enrollment.attempts().stream()
          .filter(each -> each.origin() == UnitAttempt.Origin.INSTITUTION)
          .filter(AttemptFacts::countsTowardProgram)
          .filter(each ->
              !each.beginDate().isBefore(term.from()) && !each.beginDate().isAfter(term.to()))
          .map(program::measured)
          .flatMap(Optional::stream)
          .map(UnitAttempt::units)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Weeks of instructional time of the calendar that begin in it; all, if it names none. */
    private BigDecimal weeks(InstructionalCalendar.Term term) {
      Function<List<LocalDate>, BigDecimal> inside =
          starts ->
              BigDecimal.valueOf(
                  starts.stream()
                      .filter(day -> !day.isBefore(term.from()) && !day.isAfter(term.to()))
                      .count());
      return program
          .weeks()
          .filter(starts -> !starts.isEmpty())
          .map(inside)
          .orElseGet(() -> TermTimeline.weeks(term.from(), term.to()));
    }
  }
}
