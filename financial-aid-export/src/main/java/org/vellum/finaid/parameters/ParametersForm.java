package org.vellum.finaid.parameters;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vellum.finaid.facts.ProgramParameters.Listed;
import org.vellum.finaid.facts.model.AidMethods;
import org.vellum.finaid.facts.model.ProgramFacts;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.program.model.CalendarType;
import org.vellum.finaid.program.model.ProgramFinding;
import org.vellum.finaid.program.model.ProgramLevel;
import org.vellum.finaid.program.model.ProgramTerms;
import org.vellum.finaid.week.model.WeekCounting;
import org.vellum.platform.problem.Finding;

/**
 * A program's parameters as they stand in a form, and back.
 *
 * @param facts what was filled in, with something else in the place of what cannot be read
 * @param seen the revision that was looked at, 0 for none
 * @param findings why it cannot be kept; empty if it can
 */
record ParametersForm(ProgramFacts facts, int seen, List<Finding> findings) {
  private static final Pattern OPEID = Pattern.compile("[0-9]{8}");
  private static final Pattern CIP = Pattern.compile("[0-9]{2}\\.[0-9]{4}");
  private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
  private static final Pattern CREDENTIAL = Pattern.compile("0[1-8]|99");
  private static final Pattern SPECIAL = Pattern.compile("[A-Z]");
  private static final Pattern REVISION = Pattern.compile("[0-9]{1,6}");
  private static final Pattern HOURS =
      Pattern.compile("\\s*([A-Z_]{1,20})\\s*=\\s*([0-9.]{1,8})\\s*");

  ParametersForm {
    findings = List.copyOf(findings);
  }

  /** Reads a form. */
  static ParametersForm read(Listed program, Map<String, String> form, Instant now) {
    Fields fields = new Fields(form);
    ProgramFacts facts = facts(program, fields, now);
    facts
        .terms()
        .findings()
        .forEach(each -> fields.add(field(each), code(each), words(each, facts)));
    methods(facts, fields);
    return new ParametersForm(facts, seen(facts, fields), fields.findings());
  }

  /** What was looked at tells nothing of another version, which must not be there then. */
  private static int seen(ProgramFacts facts, Fields fields) {
    return fields
        .maybe("revision")
        .filter(text -> REVISION.matcher(text).matches())
        .filter(text -> fields.maybe("revisionOf").equals(Optional.of(facts.identity().version())))
        .map(Integer::valueOf)
        .orElse(0);
  }

  private static ProgramFacts facts(Listed program, Fields fields, Instant now) {
    ProgramFacts.Identity identity = identity(program, fields);
    return new ProgramFacts(
        program.code() + "@" + identity.effectiveFrom(),
        identity,
        terms(fields),
        fields.code("delivery", ProgramFacts.Delivery.values()),
        fields.isChecked("directAssessment"),
        fields.maybe("equivalencyMethodRef"),
        fields
            .maybeNumber("publishedAmount")
            .map(amount ->
                new ProgramFacts.PublishedLength(
                    amount,
                    fields.code("publishedUnit", ProgramFacts.PublishedLength.Unit.values()))),
        fields.number("fullTimeUnits"),
        new AidMethods(
            fields.code("pellFormula", AidMethods.PellFormulaCode.values()),
            fields.code("annualLimitYear", AidMethods.AnnualLimitYear.values()),
            fields.code("returnBasis", AidMethods.ReturnBasis.values())),
        fields.isChecked("attendanceRequired"),
        fields.code("weekCounting", WeekCounting.values()),
        Set.copyOf(fields.codes("flags", ProgramFacts.Flag.values())),
        fields.maybeDay("eligibleFrom"),
        fields.maybeDay("eligibleTo"),
        statusHours(fields),
        fields.maybe("calendarId"),
        now);
  }

  private static ProgramFacts.Identity identity(Listed program, Fields fields) {
    var from = fields.day("effectiveFrom");
    String year = fields.matching("cipYear", YEAR, "A year such as 2020.");
    return new ProgramFacts.Identity(
        program.code(),
        from.toString(),
        1,
        from,
        Optional.empty(),
        program.title(),
        fields.matching("opeid", OPEID, "Eight digits."),
        fields.matching("cipCode", CIP, "Two digits, a point and four digits, as 11.0701."),
        YEAR.matcher(year).matches() ? Integer.parseInt(year) : 0,
        fields.matching("credentialLevel", CREDENTIAL, "Two digits, 01 to 08, or 99."),
        fields.maybe("specialProgram").isEmpty()
            ? Optional.empty()
            : Optional.of(fields.matching("specialProgram", SPECIAL, "One capital letter.")));
  }

  private static ProgramTerms terms(Fields fields) {
    return new ProgramTerms(
        fields.code("calendar", CalendarType.values()),
        fields.code("level", ProgramLevel.values()),
        fields.code("measure", UnitMeasure.values()),
        new UnitsAndWeeks(fields.number("units"), fields.number("weeks")),
        new UnitsAndWeeks(fields.number("ayUnits"), fields.number("ayWeeks")),
        fields.isChecked("approvedShortYear"));
  }

  private static Map<String, BigDecimal> statusHours(Fields fields) {
    Map<String, BigDecimal> hours = new HashMap<>();
    for (String each :
        fields.maybe("statusHours").map(text -> text.split(",")).orElse(new String[0])) {
      var matcher = HOURS.matcher(each);
      try {
        if (!matcher.matches()) {
          throw new NumberFormatException();
        }
        hours.put(matcher.group(1), new BigDecimal(matcher.group(2)));
      } catch (NumberFormatException e) {
        fields.add("statusHours", "unreadable", "Hours by status, as FULL=12, HALF=6.");
      }
    }
    return hours;
  }

  /** Which methods go with which calendar. */
  private static void methods(ProgramFacts facts, Fields fields) {
    CalendarType calendar = facts.terms().calendar();
    var formula = facts.methods().pellFormula();
    boolean byCompletion =
        formula == AidMethods.PellFormulaCode.F4 || formula == AidMethods.PellFormulaCode.F5A;
    if (calendar.paysByCompletion() && !byCompletion) {
      fields.add(
          "pellFormula",
          "formula-mismatch",
          "Without terms or in clock hours it is Formula 4, or 5A by correspondence (34 CFR"
              + " 690.63(a)(4), 690.66).");
    }
    if (calendar == CalendarType.SUBSCRIPTION && formula == AidMethods.PellFormulaCode.F4) {
      fields.add(
          "pellFormula",
          "formula-mismatch",
          "By subscription it is Formula 1, 2 or 3 (34 CFR 690.63).");
    }
    if (calendar.paysByCompletion()
        && facts.methods().annualLimitYear() != AidMethods.AnnualLimitYear.BBAY3) {
      fields.add(
          "annualLimitYear",
          "year-mismatch",
          "Without terms or in clock hours it is BBAY 3 (FSA Handbook, volume 8, chapter 6).");
    }
    if (facts.directAssessment() && facts.equivalencyMethodRef().isEmpty()) {
      fields.add(
          "equivalencyMethodRef",
          "missing",
          "Direct assessment needs a method that equates competencies with units (34 CFR 668.10).");
    }
  }

  private static String field(ProgramFinding finding) {
    return switch (finding.place()) {
      case "length/units" -> "units";
      case "length/weeks" -> "weeks";
      case "academicYear/units" -> "ayUnits";
      case "academicYear/weeks" -> "ayWeeks";
      default -> finding.place();
    };
  }

  private static String code(ProgramFinding finding) {
    return finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String words(ProgramFinding finding, ProgramFacts facts) {
    ProgramTerms terms = facts.terms();
    String words =
        switch (finding.code()) {
          case UNITS_NOT_POSITIVE -> "More than 0, at most 9999.999, of at most three decimals";
          case WEEKS_NOT_POSITIVE -> "More than 0, at most 9999, and whole";
          case CALENDAR_MISMATCH ->
              "Clock hours go with the calendar for clock hours, and only with it";
          case AY_BELOW_MINIMUM ->
              finding.place().endsWith("units")
                  ? "An academic year has at least " + terms.minimumUnits() + " units"
                  : "An academic year has at least " + terms.minimumWeeks() + " weeks";
        };
    return words + " (" + finding.code().citation() + ").";
  }

  /** What a form shows of parameters. */
  static Map<String, String> shown(ProgramFacts facts) {
    Map<String, String> fields = new HashMap<>();
    ProgramFacts.Identity identity = facts.identity();
    ProgramTerms terms = facts.terms();
    fields.put("effectiveFrom", identity.effectiveFrom().toString());
    fields.put("revisionOf", identity.version());
    fields.put("revision", Integer.toString(identity.factsVersion()));
    fields.put("opeid", identity.opeid());
    fields.put("cipCode", identity.cipCode());
    fields.put("cipYear", Integer.toString(identity.cipYear()));
    fields.put("credentialLevel", identity.credentialLevel());
    fields.put("specialProgram", identity.specialProgram().orElse(""));
    fields.put("calendar", terms.calendar().name());
    fields.put("level", terms.level().name());
    fields.put("measure", terms.measure().name());
    fields.put("units", terms.length().units().toPlainString());
    fields.put("weeks", terms.length().weeks().toPlainString());
    fields.put("ayUnits", terms.academicYear().units().toPlainString());
    fields.put("ayWeeks", terms.academicYear().weeks().toPlainString());
    fields.put("approvedShortYear", terms.approvedShortYear() ? "true" : "");
    more(facts, fields);
    return fields;
  }

  private static void more(ProgramFacts facts, Map<String, String> fields) {
    fields.put("delivery", facts.delivery().name());
    fields.put("directAssessment", facts.directAssessment() ? "true" : "");
    fields.put("equivalencyMethodRef", facts.equivalencyMethodRef().orElse(""));
    fields.put(
        "publishedAmount",
        facts.publishedLength().map(each -> each.amount().toPlainString()).orElse(""));
    fields.put(
        "publishedUnit", facts.publishedLength().map(each -> each.unit().name()).orElse("MONTHS"));
    fields.put("fullTimeUnits", facts.fullTimeUnitsPerAy().toPlainString());
    fields.put("pellFormula", facts.methods().pellFormula().name());
    fields.put("annualLimitYear", facts.methods().annualLimitYear().name());
    fields.put("returnBasis", facts.methods().returnBasis().name());
    fields.put("attendanceRequired", facts.attendanceRequired() ? "true" : "");
    fields.put("weekCounting", facts.weekCounting().name());
    fields.put(
        "flags", facts.flags().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
    fields.put("eligibleFrom", facts.eligibleFrom().map(Object::toString).orElse(""));
    fields.put("eligibleTo", facts.eligibleTo().map(Object::toString).orElse(""));
    fields.put(
        "statusHours",
        facts.statusHours().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue().toPlainString())
            .sorted()
            .collect(Collectors.joining(", ")));
    fields.put("calendarId", facts.calendarId().orElse(""));
  }
}
