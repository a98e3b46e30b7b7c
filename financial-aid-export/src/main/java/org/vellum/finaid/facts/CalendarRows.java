package org.vellum.finaid.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.vellum.finaid.facts.model.InstructionalCalendar;
import org.vellum.finaid.week.model.DateRange;

/** The calendars of a snapshot. */
final class CalendarRows {
  private CalendarRows() {}

  static Map<String, InstructionalCalendar> read(Handle handle) {
    Map<String, InstructionalCalendar> calendars = new HashMap<>();
    handle
        .createQuery("select * from financial_aid.calendar_week order by calendar, week_start")
        .map((row, context) ->
            one(
                row.getString("calendar"),
                List.of(
                    new InstructionalCalendar.Week(
                        Stored.day(row, "week_start"),
                        row.getBoolean("counted"),
                        InstructionalCalendar.Reason.valueOf(row.getString("reason")))),
                List.of(),
                List.of(),
                Stored.instant(row, "known_at")))
        .forEach(each -> calendars.merge(each.calendarId(), each, CalendarRows::both));
    handle
        .createQuery("select * from financial_aid.calendar_break order by calendar, from_date")
        .map((row, context) ->
            one(
                row.getString("calendar"),
                List.of(),
                List.of(new DateRange(Stored.day(row, "from_date"), Stored.day(row, "to_date"))),
                List.of(),
                Stored.instant(row, "known_at")))
        .forEach(each -> calendars.merge(each.calendarId(), each, CalendarRows::both));
    readTerms(handle, calendars);
    return calendars;
  }

  private static void readTerms(Handle handle, Map<String, InstructionalCalendar> calendars) {
    handle
        .createQuery("select * from financial_aid.calendar_term order by calendar, from_date")
        .map((row, context) ->
            one(
                row.getString("calendar"),
                List.of(),
                List.of(),
                List.of(
                    new InstructionalCalendar.Term(
                        row.getString("term"),
                        Stored.day(row, "from_date"),
                        Stored.day(row, "to_date"),
                        row.getInt("academic_year"))),
                Stored.instant(row, "known_at")))
        .forEach(each -> calendars.merge(each.calendarId(), each, CalendarRows::both));
  }

  private static InstructionalCalendar one(
      String id,
      List<InstructionalCalendar.Week> weeks,
      List<DateRange> breaks,
      List<InstructionalCalendar.Term> terms,
      Instant known) {
    return new InstructionalCalendar(id, weeks, breaks, terms, known);
  }

  private static InstructionalCalendar both(InstructionalCalendar one, InstructionalCalendar next) {
    List<InstructionalCalendar.Week> weeks = new ArrayList<>(one.weeks());
    weeks.addAll(next.weeks());
    List<DateRange> breaks = new ArrayList<>(one.breaks());
    breaks.addAll(next.breaks());
    List<InstructionalCalendar.Term> terms = new ArrayList<>(one.terms());
    terms.addAll(next.terms());
    Instant known =
        one.sourceAsOf().isAfter(next.sourceAsOf()) ? one.sourceAsOf() : next.sourceAsOf();
    return one(one.calendarId(), weeks, breaks, terms, known);
  }
}
