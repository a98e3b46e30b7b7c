package org.vellum.finaid.timeline.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.vellum.finaid.facts.model.AttemptFacts;
import org.vellum.finaid.facts.model.Equivalencies;
import org.vellum.finaid.facts.model.Equivalency;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.progress.model.UnitAttempt;
import org.vellum.finaid.week.model.DateRange;

/**
 * A program as learners' timelines need it: made once, and asked for every learner.
 *
 * @param facts of the program
 * @param weeks the first days of its calendar's weeks of instructional time, in order; nothing for
 *     a program that is open in every week
 * @param breaks the scheduled breaks of its calendar
 * @param terms of its calendar, in any order; a program without terms has no need of them
 * @param equivalencies what courses and competencies are worth
 * @param ruleset the version of the rules
 */
public record ProgramRules(
    ProgramFacts facts,
    Optional<List<LocalDate>> weeks,
    List<DateRange> breaks,
    List<InstructionalCalendar.Term> terms,
    Equivalencies equivalencies,
    Ruleset ruleset) {

  public ProgramRules {
    breaks = List.copyOf(breaks);
    terms = List.copyOf(terms);
  }

  /** Of a program of a catalogue; a calendar that the catalogue lacks leaves every week open. */
  public static ProgramRules of(
      ProgramFacts facts,
      ProgramCatalogue catalogue,
      Equivalencies equivalencies,
      Ruleset ruleset) {
    Optional<InstructionalCalendar> calendar =
        facts.calendarId().map(id -> catalogue.calendars().get(id));
    return new ProgramRules(
        facts,
        calendar.map(each ->
            each.weeks().stream()
                .filter(InstructionalCalendar.Week::counted)
                .map(InstructionalCalendar.Week::start)
                .sorted()
                .toList()),
        calendar.map(InstructionalCalendar::breaks).orElse(List.of()),
        calendar.map(InstructionalCalendar::terms).orElse(List.of()),
        equivalencies,
        ruleset);
  }

  /**
   * An attempt in the program's measure: by the equivalency of its first day, else by its own size
   * if that is of the program's measure. Nothing if it has neither, or not more than 0 units.
   */
  public Optional<UnitAttempt> measured(AttemptFacts attempt) {
    return equivalencies
        .on(attempt.beginDate(), facts.programVersionId(), attempt.unitId())
        .filter(each -> each.measure() == facts.terms().measure())
        .map(Equivalency::units)
        .or(() ->
            attempt
                .size()
                .filter(size -> size.measure() == facts.terms().measure())
                .map(AttemptFacts.Size::units))
        .filter(units -> units.signum() > 0)
        .map(units ->
            new UnitAttempt(
                attempt.unitId(),
                attempt.attempt(),
                units,
                attempt.outcome(),
                attempt.outcomeDate(),
                attempt.origin(),
                attempt.countsTowardProgram()));
  }
}
