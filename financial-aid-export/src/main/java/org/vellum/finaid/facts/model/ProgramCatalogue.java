package org.vellum.finaid.facts.model;

import java.util.List;
import java.util.Map;

/**
 * The programs that learners are enrolled in.
 *
 * @param programs by the identifier of the program's version
 * @param equivalencies what courses and competencies are worth, in any order
 * @param calendars of instruction, by their identifier
 */
public record ProgramCatalogue(
    Map<String, ProgramFacts> programs,
    List<Equivalency> equivalencies,
    Map<String, InstructionalCalendar> calendars) {

  public ProgramCatalogue {
    programs = Map.copyOf(programs);
    equivalencies = List.copyOf(equivalencies);
    calendars = Map.copyOf(calendars);
  }
}
