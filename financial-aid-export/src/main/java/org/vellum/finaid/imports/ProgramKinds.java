package org.vellum.finaid.imports;

import static org.vellum.finaid.imports.Column.may;
import static org.vellum.finaid.imports.Column.must;

import java.util.Map;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.measure.model.UnitMeasure;

/** The kinds of files that are about programs and calendars. */
final class ProgramKinds {
  private static final Map<String, String> KNOWN = Map.of("known_at", ":now");

  static final Kind EQUIVALENCIES =
      Kind.of(
              "equivalencies",
              "Equivalencies",
              "What a competency or course is worth in a program's units, from a day on (34 CFR"
                  + " 668.10).",
              "equivalency",
              "program, unit_id, effective_from")
          .with(
              must("program", CellType.PROGRAM, "The program's code", "DATA-CERT"),
              must(
                  "unit_id",
                  CellType.TEXT,
                  "Identifier of the CFItem, or sourcedId of the course",
                  "course-1"),
              must("effective_from", CellType.DAY, "First day", "2026-01-01"),
              must("units", CellType.NUMBER, "What it is worth", "3"),
              must("measure", CellType.CODE, "In which units", "SEMESTER").of(UnitMeasure.class),
              may("expected_weeks", CellType.NUMBER, "Weeks that it is expected to take", "4"),
              may(
                  "approval_ref",
                  CellType.TEXT,
                  "Where the approval is written down",
                  "Senate 2025-14"))
          .keeping(KNOWN);

  static final Kind WEEKS =
      Kind.of(
              "calendar-weeks",
              "Calendars: weeks",
              "Weeks of a calendar, and whether they are weeks of instructional time (34 CFR"
                  + " 668.3(b)).",
              "calendar_week",
              "calendar, week_start")
          .with(
              must(
                  "calendar",
                  CellType.TEXT,
                  "The calendar, as the parameters of programs name it",
                  "online"),
              must("week_start", CellType.DAY, "First of the seven days", "2026-09-07"),
              must("counted", CellType.YES_OR_NO, "Whether it counts", "true"),
              must("reason", CellType.CODE, "Why, or why not", "ASYNC_AVAILABLE")
                  .of(InstructionalCalendar.Reason.class))
          .keeping(KNOWN);

  static final Kind BREAKS =
      Kind.of(
              "calendar-breaks",
              "Calendars: breaks",
              "Scheduled breaks of a calendar (34 CFR 668.22(f)).",
              "calendar_break",
              "calendar, from_date")
          .with(
              must("calendar", CellType.TEXT, "The calendar", "online"),
              must("from_date", CellType.DAY, "Day after the last class", "2026-12-21"),
              must("to_date", CellType.DAY, "Day before the next class", "2027-01-03"))
          .ruledBy(RowRule.inOrder("from_date", "to_date"))
          .keeping(KNOWN);

  static final Kind TERMS =
      Kind.of(
              "calendar-terms",
              "Calendars: terms",
              "Terms of a calendar, which are the payment periods of programs with terms (34 CFR"
                  + " 668.4(a)).",
              "calendar_term",
              "calendar, from_date")
          .with(
              must("calendar", CellType.TEXT, "The calendar", "campus"),
              must("term", CellType.TEXT, "Its name", "Fall 2026"),
              must("from_date", CellType.DAY, "First day", "2026-08-24"),
              must("to_date", CellType.DAY, "Last day", "2026-12-18"),
              must(
                  "academic_year",
                  CellType.COUNT,
                  "The calendar year in which its academic year begins",
                  "2026"))
          .ruledBy(RowRule.inOrder("from_date", "to_date"))
          .keeping(KNOWN);

  private ProgramKinds() {}
}
