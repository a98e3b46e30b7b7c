package org.vellum.finaid.export;

import static org.vellum.finaid.export.Column.code;
import static org.vellum.finaid.export.Column.optional;
import static org.vellum.finaid.export.Column.required;
import static org.vellum.finaid.export.ColumnType.BOOLEAN;
import static org.vellum.finaid.export.ColumnType.CODES;
import static org.vellum.finaid.export.ColumnType.DATE;
import static org.vellum.finaid.export.ColumnType.DECIMAL;
import static org.vellum.finaid.export.ColumnType.ID;
import static org.vellum.finaid.export.ColumnType.INTEGER;
import static org.vellum.finaid.export.ColumnType.TEXT;

import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.program.model.ProgramLevel;
import org.vellum.finaid.week.model.WeekCounting;

/** What is told of programs and of the school's weeks. */
final class ProgramEntities {

  static final Entity PROGRAM_VERSION =
      Entity.of(
          "program_version",
          "ProgramVersion",
          "programVersionId",
          required("programVersionId", ID, "The program in this version"),
          required("programId", ID, "The program in all versions"),
          required("version", ID, "Which version"),
          required("effectiveFrom", DATE, "First day on which learners are enrolled in it"),
          optional("effectiveTo", DATE, "Last such day"),
          required("title", TEXT, "Its name"),
          required("opeid", ID, "The school, by the eight digits of its OPE ID"),
          required("cipCode", ID, "Classification of Instructional Programs, with its point")
              .as("ProgramCIPCode"),
          required("cipYear", INTEGER, "Year of the classification"),
          code("credentialLevel", "Credential", ProgramCodes.CREDENTIAL_LEVELS)
              .as("ProgramCredentialLevel"),
          optional("specialProgram", ID, "Special program, by its letter").as("SpecialPrograms"),
          code("deliveryMode", ProgramFacts.Delivery.class, "How it is taught"),
          code("calendarType", CalendarType.class, "Its academic calendar for Title IV"),
          optional("calendarId", ID, "Its instructional calendar; none: open in every week"),
          required("directAssessment", BOOLEAN, "Whether progress is by direct assessment")
              .citing("34 CFR 668.10"),
          optional("equivalencyMethodRef", TEXT, "Where the method of equivalency is written down"),
          code("level", ProgramLevel.class, "For whom it is"),
          code("unitMeasure", UnitMeasure.class, "What its units are"),
          required("unitsInProgram", DECIMAL, "Length in units"),
          required("weeksInProgram", DECIMAL, "Length in weeks of instructional time"),
          required("publishedLength", DECIMAL, "Length as published").as("PublishedPgmLength"),
          code("publishedLengthUnit", ProgramFacts.PublishedLength.Unit.class, "What that is of")
              .as("PublishedPgmLengthUnit"),
          required("ayUnits", DECIMAL, "Units of the academic year")
              .citing("34 CFR 668.3(a)")
              .as("HoursProgramsAcademicYear"),
          required("ayWeeks", DECIMAL, "Weeks of instructional time of the academic year")
              .citing("34 CFR 668.3(a)")
              .as("WeeksProgramsAcademicYear"),
          required("fullTimeUnitsPerAy", DECIMAL, "Units of a full-time learner in a year"),
          code("pellFormula", "Pell formula", ProgramCodes.PELL_FORMULAS)
              .citing("34 CFR 690.63, 690.66")
              .as("PaymentMethodologyCode"),
          code("annualLimitYear", AidMethods.AnnualLimitYear.class, "Year of annual loan limits"),
          code("r2t4Basis", AidMethods.ReturnBasis.class, "Basis of a return of funds")
              .citing("34 CFR 668.22(e)(5)"),
          required("attendanceRequired", BOOLEAN, "Whether attendance must be taken")
              .citing("34 CFR 668.22(b)(3)"),
          code("weekCounting", WeekCounting.class, "Which weeks count"),
          required("ge", BOOLEAN, "Whether it must lead to gainful employment"),
          required("ctp", BOOLEAN, "Comprehensive transition and postsecondary program"),
          required("pep", BOOLEAN, "Prison education program"),
          required("workforcePell", BOOLEAN, "Eligible for Workforce Pell, as the school says")
              .as("WorkforcePellEligible"),
          required("titleIvEligible", BOOLEAN, "Eligible for Title IV aid on the day of the run"),
          optional("titleIvFrom", DATE, "First day of eligibility"),
          optional("titleIvTo", DATE, "Last day of eligibility"),
          optional("statusHours", CODES, "Subscription: hours by status, such as FULL=12")
              .citing("34 CFR 668.2"));

  static final Entity EQUIVALENCY =
      Entity.of(
              "equivalency",
              "Equivalency",
              Entity.RECORD_ID,
              required("unitId", ID, "The course or competency"),
              required("programVersionId", ID, "The program"),
              required("units", DECIMAL, "What it is worth").citing("34 CFR 668.10"),
              code("unitMeasure", UnitMeasure.class, "What the units are"),
              optional("expectedWeeks", DECIMAL, "Weeks that it is expected to take"),
              required("effectiveFrom", DATE, "From this day until the next of the same unit"),
              optional("approvalRef", TEXT, "Where the approval is written down"))
          .belongingTo("program_version", "programVersionId");

  static final Entity INSTRUCTIONAL_WEEK =
      Entity.of(
          "instructional_week",
          "InstructionalWeek",
          Entity.RECORD_ID,
          required("calendarId", ID, "The calendar"),
          required("weekStart", DATE, "First of seven days"),
          required("counted", BOOLEAN, "Whether it is a week of instructional time")
              .citing("34 CFR 668.3(b)"),
          code("reason", InstructionalCalendar.Reason.class, "Why, or why not"));

  static final Entity SCHEDULED_BREAK =
      Entity.of(
          "scheduled_break",
          "ScheduledBreak",
          Entity.RECORD_ID,
          required("calendarId", ID, "The calendar"),
          required("from", DATE, "The day after the last class"),
          required("to", DATE, "The day before the next class"),
          required("days", INTEGER, "Calendar days; five or more are excluded from a return")
              .citing("34 CFR 668.22(f)(2)(i)"));

  private ProgramEntities() {}
}
