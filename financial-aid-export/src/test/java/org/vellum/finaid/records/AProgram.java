package org.vellum.finaid.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.Equivalency;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.program.model.ProgramLevel;
import org.vellum.finaid.program.model.ProgramTerms;
import org.vellum.finaid.week.model.WeekCounting;

/** A program in order, of 58.5 quarter credits in 60 weeks, with what a test changes. */
public final class AProgram {
  public static final String ID = "data:1";

  public String id = ID;
  public String title = "Data practice";
  public String cip = "11.0701";
  public String credential = "03";
  public CalendarType calendar = CalendarType.NON_TERM;
  public ProgramLevel level = ProgramLevel.UNDERGRADUATE;
  public UnitMeasure measure = UnitMeasure.QUARTER;
  public UnitsAndWeeks length = UnitsAndWeeks.of("58.5", "60");
  public UnitsAndWeeks year = UnitsAndWeeks.of("45", "30");
  public boolean directAssessment;
  public Optional<ProgramFacts.PublishedLength> published =
      Optional.of(
          new ProgramFacts.PublishedLength(
              new BigDecimal(2), ProgramFacts.PublishedLength.Unit.YEARS));
  public AidMethods methods =
      new AidMethods(
          AidMethods.PellFormulaCode.F4,
          AidMethods.AnnualLimitYear.BBAY3,
          AidMethods.ReturnBasis.PAYMENT_PERIOD);
  public Map<String, BigDecimal> statusHours = Map.of();
  public Optional<String> calendarId = Optional.empty();
  public Map<String, InstructionalCalendar> calendars = new HashMap<>();
  public List<Equivalency> equivalencies = new ArrayList<>();
  public List<ProgramFacts> others = new ArrayList<>();

  /** Makes it one of 900 clock hours in 26 weeks. */
  public void inClockHours() {
    calendar = CalendarType.CLOCK_HOUR;
    measure = UnitMeasure.CLOCK;
    length = UnitsAndWeeks.of(900, 26);
    year = UnitsAndWeeks.of(900, 26);
  }

  /** Makes it one that is paid by subscription. */
  public void bySubscription() {
    calendar = CalendarType.SUBSCRIPTION;
    methods =
        new AidMethods(
            AidMethods.PellFormulaCode.F1,
            AidMethods.AnnualLimitYear.BBAY3,
            AidMethods.ReturnBasis.PAYMENT_PERIOD);
    statusHours = ConditionsTest.hours();
  }

  /** Makes it one of three quarters in an academic year, of 15 credits each. */
  public void withTerms(InstructionalCalendar.Term... more) {
    calendar = CalendarType.STANDARD_TERM;
    methods =
        new AidMethods(
            AidMethods.PellFormulaCode.F1,
            AidMethods.AnnualLimitYear.SAY,
            AidMethods.ReturnBasis.PAYMENT_PERIOD);
    calendarId = Optional.of("campus");
    List<InstructionalCalendar.Term> terms = new ArrayList<>(List.of(more));
    terms.add(term("Fall 2026", "2026-09-01", "2026-11-30", 2026));
    terms.add(term("Spring 2026", "2026-03-30", "2026-06-14", 2025));
    terms.add(term("Fall 2025", "2025-09-01", "2025-11-30", 2025));
    terms.add(term("Winter 2026", "2026-01-05", "2026-03-22", 2025));
    calendars.put(
        "campus",
        new InstructionalCalendar("campus", List.of(), List.of(), terms, ALearner.SOURCE));
  }

  static InstructionalCalendar.Term term(String name, String from, String to, int year) {
    return new InstructionalCalendar.Term(name, LocalDate.parse(from), LocalDate.parse(to), year);
  }

  public ProgramFacts facts() {
    return new ProgramFacts(
        id,
        new ProgramFacts.Identity(
            "data",
            "1",
            1,
            LocalDate.of(2025, 1, 1),
            Optional.empty(),
            title,
            "00123400",
            cip,
            2020,
            credential,
            Optional.empty()),
        new ProgramTerms(calendar, level, measure, length, year, false),
        ProgramFacts.Delivery.DISTANCE,
        directAssessment,
        Optional.empty(),
        published,
        year.units(),
        methods,
        false,
        WeekCounting.ELAPSED_INSTRUCTIONAL,
        Set.of(ProgramFacts.Flag.GE),
        Optional.of(LocalDate.of(2025, 1, 1)),
        Optional.empty(),
        statusHours,
        calendarId,
        ALearner.SOURCE);
  }

  public ProgramCatalogue catalogue() {
    Map<String, ProgramFacts> programs = new HashMap<>();
    programs.put(id, facts());
    others.forEach(each -> programs.put(each.programVersionId(), each));
    return new ProgramCatalogue(programs, equivalencies, calendars);
  }
}
