package org.vellum.finaid.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.program.model.ProgramLevel;
import org.vellum.finaid.week.model.WeekCounting;
import org.vellum.platform.problem.Finding;

/**
 * The form of a program's parameters.
 *
 * @param groups its fields, in groups
 * @param refused whether any field has a fault
 * @param revisionOf the version that was looked at; empty for none
 * @param revision of it
 */
public record FormView(List<Group> groups, boolean refused, String revisionOf, String revision) {

  public FormView {
    groups = List.copyOf(groups);
  }

  /** Fields that belong together. */
  public record Group(String title, List<Field> fields) {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field.
   *
   * @param name of the field
   * @param label for the aid office
   * @param hint what is meant, with its section
   * @param type {@code text}, {@code date}, {@code check} or {@code select}
   * @param options of a select
   * @param value as it was filled in
   * @param faults what is wrong with it
   */
  public record Field(
      String name,
      String label,
      String hint,
      String type,
      List<String> options,
      String value,
      List<String> faults) {
    public Field {
      options = List.copyOf(options);
      faults = List.copyOf(faults);
    }
  }

  static FormView of(Map<String, String> values, List<Finding> findings) {
    Map<String, List<String>> faults =
        findings.stream()
            .collect(
                Collectors.groupingBy(
                    Finding::place, Collectors.mapping(Finding::message, Collectors.toList())));
    return new FormView(
        GROUPS.stream()
            .map(group ->
                new Group(
                    group.title(),
                    group.fields().stream().map(field -> filled(field, values, faults)).toList()))
            .toList(),
        !findings.isEmpty(),
        values.getOrDefault("revisionOf", ""),
        values.getOrDefault("revision", ""));
  }

  private static Field filled(
      Field field, Map<String, String> values, Map<String, List<String>> faults) {
    return new Field(
        field.name(),
        field.label(),
        field.hint(),
        field.type(),
        field.options(),
        values.getOrDefault(field.name(), ""),
        faults.getOrDefault(field.name(), List.of()));
  }

  private static Field field(String name, String label, String type, String hint) {
    return new Field(name, label, hint, type, List.of(), "", List.of());
  }

  private static Field select(String name, String label, Enum<?>[] codes, String hint) {
    return new Field(
        name, label, hint, "select", Arrays.stream(codes).map(Enum::name).toList(), "", List.of());
  }

  private static final List<Group> GROUPS =
      List.of(
          new Group(
              "For whom",
              List.of(
                  field(
                      "effectiveFrom",
                      "For learners who begin on or after",
                      "date",
                      "A version of the program; those who began earlier keep theirs."))),
          new Group(
              "Length and academic year",
              List.of(
                  select("calendar", "Academic calendar", CalendarType.values(), "34 CFR 668.4"),
                  select(
                      "level",
                      "Level",
                      ProgramLevel.values(),
                      "Minimum units hold for undergraduates."),
                  select("measure", "Units are", UnitMeasure.values(), "34 CFR 668.3(a)(2)"),
                  field("units", "Units of the program", "text", "At most three decimals."),
                  field(
                      "weeks",
                      "Weeks of instructional time of the program",
                      "text",
                      "34 CFR 668.3(b)"),
                  field(
                      "ayUnits",
                      "Units of the academic year",
                      "text",
                      "At least 24 semester or trimester credits, 36 quarter credits, 900 clock"
                          + " hours."),
                  field(
                      "ayWeeks",
                      "Weeks of the academic year",
                      "text",
                      "At least 30, in clock hours 26."),
                  field(
                      "approvedShortYear",
                      "Fewer than 30 weeks are approved",
                      "check",
                      "34 CFR 668.3(c)"),
                  field("fullTimeUnits", "Full-time units in an academic year", "text", ""),
                  select(
                      "weekCounting",
                      "Which weeks count",
                      WeekCounting.values(),
                      "Elapsed weeks, as the Handbook counts; engaged weeks are our reading."),
                  field(
                      "calendarId",
                      "Instructional calendar",
                      "text",
                      "As imported; empty: open in every week."))),
          new Group(
              "Methods",
              List.of(
                  select(
                      "pellFormula",
                      "Pell formula",
                      AidMethods.PellFormulaCode.values(),
                      "34 CFR 690.63, 690.66"),
                  select(
                      "annualLimitYear",
                      "Year of the annual loan limit",
                      AidMethods.AnnualLimitYear.values(),
                      "FSA Handbook, volume 8, chapter 6"),
                  select(
                      "returnBasis",
                      "Basis of the return of funds",
                      AidMethods.ReturnBasis.values(),
                      "34 CFR 668.22(e)(5)"),
                  field(
                      "attendanceRequired",
                      "Attendance must be taken",
                      "check",
                      "34 CFR 668.22(b)"),
                  field("directAssessment", "By direct assessment", "check", "34 CFR 668.10"),
                  field(
                      "equivalencyMethodRef",
                      "Where the method of equivalencies is written down",
                      "text",
                      "34 CFR 668.10"),
                  field(
                      "statusHours",
                      "Subscription: hours by status",
                      "text",
                      "As FULL=12, HALF=6; 34 CFR 668.2"))),
          new Group(
              "Identification",
              List.of(
                  field("opeid", "OPEID", "text", "Eight digits."),
                  field("cipCode", "CIP code", "text", "As 11.0701."),
                  field("cipYear", "Year of the CIP", "text", "As 2020."),
                  field("credentialLevel", "Credential level", "text", "01 to 08, or 99."),
                  field("specialProgram", "Special program", "text", "One letter, or empty."),
                  select("delivery", "Delivery", ProgramFacts.Delivery.values(), ""),
                  field("publishedAmount", "Published length", "text", ""),
                  select(
                      "publishedUnit",
                      "Published length is in",
                      ProgramFacts.PublishedLength.Unit.values(),
                      ""),
                  field(
                      "flags",
                      "What else is true of it",
                      "text",
                      "Of GE, CTP, PEP, WORKFORCE_PELL, with commas."),
                  field("eligibleFrom", "Eligible for Title IV from", "date", ""),
                  field("eligibleTo", "Eligible until", "date", ""))));
}
