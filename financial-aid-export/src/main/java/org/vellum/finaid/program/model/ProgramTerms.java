package org.vellum.finaid.program.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.vellum.finaid.measure.model.UnitMeasure;
import org.vellum.finaid.measure.model.UnitsAndWeeks;

/**
 * What a school sets for a program and all rules start from. For a learner who transferred in, or
 * came back after more than 180 days, the length is what remains (34 CFR 668.4(g)).
 *
 * @param calendar the academic calendar
 * @param level for whom
 * @param measure what its units are
 * @param length units and weeks of the whole program
 * @param academicYear units and weeks of the school's academic year for this program
 * @param approvedShortYear whether the Department of Education approved fewer than 30 weeks
 */
public record ProgramTerms(
    CalendarType calendar,
    ProgramLevel level,
    UnitMeasure measure,
    UnitsAndWeeks length,
    UnitsAndWeeks academicYear,
    boolean approvedShortYear) {

  private static final BigDecimal LARGEST = new BigDecimal("9999.999");
  private static final int DECIMALS = 3;
  private static final int APPROVABLE_WEEKS = 26;

  /** All that a rule forbids about them; nothing if they can be worked with. */
  public List<ProgramFinding> findings() {
    List<ProgramFinding> findings = new ArrayList<>();
    amounts("length", length, findings);
    amounts("academicYear", academicYear, findings);
    if ((calendar == CalendarType.CLOCK_HOUR) != measure.isClock()) {
      findings.add(ProgramFinding.Code.CALENDAR_MISMATCH.at("measure"));
    }
    if (level == ProgramLevel.UNDERGRADUATE
        && academicYear.units().compareTo(BigDecimal.valueOf(minimumUnits())) < 0) {
      findings.add(ProgramFinding.Code.AY_BELOW_MINIMUM.at("academicYear/units"));
    }
    if (academicYear.weeks().compareTo(BigDecimal.valueOf(minimumWeeks())) < 0) {
      findings.add(ProgramFinding.Code.AY_BELOW_MINIMUM.at("academicYear/weeks"));
    }
    return List.copyOf(findings);
  }

  /** The least units of an undergraduate academic year, 34 CFR 668.3(a)(2). */
  public int minimumUnits() {
    return switch (measure) {
      case SEMESTER, TRIMESTER -> 24;
      case QUARTER -> 36;
      case CLOCK -> 900;
    };
  }

  /** The least weeks of instructional time of an academic year, 34 CFR 668.3(a)(1) and (c). */
  public int minimumWeeks() {
    return measure.isClock() || approvedShortYear ? APPROVABLE_WEEKS : 30;
  }

  private static void amounts(String place, UnitsAndWeeks amounts, List<ProgramFinding> findings) {
    if (!isAmount(amounts.units())) {
      findings.add(ProgramFinding.Code.UNITS_NOT_POSITIVE.at(place + "/units"));
    }
    if (!isAmount(amounts.weeks()) || amounts.weeks().scale() > 0) {
      findings.add(ProgramFinding.Code.WEEKS_NOT_POSITIVE.at(place + "/weeks"));
    }
  }

  private static boolean isAmount(BigDecimal number) {
    return number.signum() > 0 && number.compareTo(LARGEST) <= 0 && number.scale() <= DECIMALS;
  }
}
