package org.vellum.finaid.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.vellum.finaid.export.Entities;
import org.vellum.finaid.export.Entity;
import org.vellum.finaid.export.Row;
import org.vellum.finaid.facts.model.Equivalency;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.program.model.ProgramTerms;
import org.vellum.finaid.week.model.DateRange;

/**
 * The records of programs, equivalencies and calendars.
 *
 * @param asOf the day of the run
 * @param ruleVersion by which they are made
 */
record ProgramRows(LocalDate asOf, String ruleVersion) {

  static String id(String programVersionId) {
    return "pv:" + programVersionId;
  }

  Row program(ProgramFacts program) {
    ProgramFacts.Identity identity = program.identity();
    Row row =
        Row.upsert(
                Entities.PROGRAM_VERSION,
                id(program.programVersionId()),
                identity.factsVersion(),
                program.sourceAsOf().toString(),
                ruleVersion)
            .put("programVersionId", program.programVersionId())
            .put("programId", identity.programId())
            .put("version", identity.version())
            .put("effectiveFrom", identity.effectiveFrom())
            .put("effectiveTo", identity.effectiveTo())
            .put("title", identity.title())
            .put("opeid", identity.opeid())
            .put("cipCode", identity.cipCode())
            .put("cipYear", identity.cipYear())
            .put("credentialLevel", identity.credentialLevel())
            .put("specialProgram", identity.specialProgram());
    terms(program, row);
    methods(program, row);
    return row;
  }

  private static void terms(ProgramFacts program, Row row) {
    ProgramTerms terms = program.terms();
    row.put("deliveryMode", program.delivery())
        .put("calendarType", terms.calendar())
        .put("calendarId", program.calendarId())
        .put("directAssessment", program.directAssessment())
        .put("equivalencyMethodRef", program.equivalencyMethodRef())
        .put("level", terms.level())
        .put("unitMeasure", terms.measure())
        .put("unitsInProgram", terms.length().units())
        .put("weeksInProgram", terms.length().weeks())
        .put("publishedLength", program.publishedLength().map(ProgramFacts.PublishedLength::amount))
        .put(
            "publishedLengthUnit",
            program.publishedLength().map(ProgramFacts.PublishedLength::unit))
        .put("ayUnits", terms.academicYear().units())
        .put("ayWeeks", terms.academicYear().weeks())
        .put("fullTimeUnitsPerAy", program.fullTimeUnitsPerAy());
  }

  private void methods(ProgramFacts program, Row row) {
    boolean eligible =
        program.eligibleFrom().filter(day -> !day.isAfter(asOf)).isPresent()
            && program.eligibleTo().filter(day -> day.isBefore(asOf)).isEmpty();
    row.put("pellFormula", program.methods().pellFormula().code())
        .put("annualLimitYear", program.methods().annualLimitYear())
        .put("r2t4Basis", program.methods().returnBasis())
        .put("attendanceRequired", program.attendanceRequired())
        .put("weekCounting", program.weekCounting())
        .put("ge", program.flags().contains(ProgramFacts.Flag.GE))
        .put("ctp", program.flags().contains(ProgramFacts.Flag.CTP))
        .put("pep", program.flags().contains(ProgramFacts.Flag.PEP))
        .put("workforcePell", program.flags().contains(ProgramFacts.Flag.WORKFORCE_PELL))
        .put("titleIvEligible", eligible)
        .put("titleIvFrom", program.eligibleFrom())
        .put("titleIvTo", program.eligibleTo())
        .put("statusHours", statusHours(program));
  }

  private static List<String> statusHours(ProgramFacts program) {
    return program.statusHours().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + "=" + each.getValue().toPlainString())
        .toList();
  }

  static String id(Equivalency each) {
    return "eq:" + each.programVersionId() + ":" + each.unitId() + ":" + each.effectiveFrom();
  }

  Row equivalency(Equivalency each) {
    return Row.upsert(Entities.EQUIVALENCY, id(each), 1, each.sourceAsOf().toString(), ruleVersion)
        .put("unitId", each.unitId())
        .put("programVersionId", each.programVersionId())
        .put("units", each.units())
        .put("unitMeasure", each.measure())
        .put("expectedWeeks", each.expectedWeeks())
        .put("effectiveFrom", each.effectiveFrom())
        .put("approvalRef", each.approvalRef());
  }

  static String id(InstructionalCalendar calendar, InstructionalCalendar.Week week) {
    return "iw:" + calendar.calendarId() + ":" + week.start();
  }

  Row week(InstructionalCalendar calendar, InstructionalCalendar.Week week) {
    return ofCalendar(Entities.INSTRUCTIONAL_WEEK, id(calendar, week), calendar)
        .put("weekStart", week.start())
        .put("counted", week.counted())
        .put("reason", week.reason());
  }

  Row scheduledBreak(InstructionalCalendar calendar, DateRange each) {
    String id = "br:" + calendar.calendarId() + ":" + each.from();
    return ofCalendar(Entities.SCHEDULED_BREAK, id, calendar)
        .put("from", each.from())
        .put("to", each.to())
        .put("days", each.days());
  }

  private Row ofCalendar(Entity entity, String id, InstructionalCalendar calendar) {
    return Row.upsert(entity, id, 1, calendar.sourceAsOf().toString(), ruleVersion)
        .put("calendarId", calendar.calendarId());
  }
}
