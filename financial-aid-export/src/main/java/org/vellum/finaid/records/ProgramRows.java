package org.vellum.finaid.records;

import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.program.model.ProgramTerms;

/** The record of a program. */
final class ProgramRows {

  private ProgramRows() {}

  static Row program(ProgramFacts program, Ruleset ruleset) {
    ProgramTerms terms = program.terms();
    return Row.upsert(
            Entities.PROGRAM_VERSION,
            "pv:" + program.programVersionId(),
            program.identity().factsVersion(),
            program.sourceAsOf().toString(),
            ruleset.code())
        .put("programVersionId", program.programVersionId())
        .put("title", program.identity().title())
        .put("calendarType", terms.calendar())
        .put("level", terms.level())
        .put("unitMeasure", terms.measure())
        .put("unitsInProgram", terms.length().units())
        .put("weeksInProgram", terms.length().weeks())
        .put("ayUnits", terms.academicYear().units())
        .put("ayWeeks", terms.academicYear().weeks());
  }
}
