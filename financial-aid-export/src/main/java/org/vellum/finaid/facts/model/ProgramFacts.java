package org.vellum.finaid.facts.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vellum.finaid.program.model.ProgramTerms;
import org.vellum.finaid.week.model.WeekCounting;

/**
 * A version of a program, with the parameters that the aid office set.
 *
 * @param programVersionId its identifier
 * @param identity what it is called
 * @param terms its calendar, measure, length and academic year
 * @param delivery how it is taught
 * @param directAssessment whether progress is by direct assessment, 34 CFR 668.10
 * @param equivalencyMethodRef where the method is written down by which competencies are worth
 *     units
 * @param publishedLength as the school publishes it
 * @param fullTimeUnitsPerAy units that a full-time learner takes in an academic year
 * @param methods by which aid is worked out
 * @param attendanceRequired whether the school must take attendance
 * @param weekCounting which weeks count
 * @param flags what else is true of it
 * @param eligibleFrom the first day of its Title IV eligibility, where it is eligible
 * @param eligibleTo the last day of it, where there is one
 * @param statusHours hours of a subscription period by status, such as {@code FULL} to 12; none in
 *     other calendars
 * @param calendarId its instructional calendar, a key of the {@link ProgramCatalogue}; nothing for
 *     a program that is open in every week
 * @param sourceAsOf when the last of this became known
 */
public record ProgramFacts(
    String programVersionId,
    Identity identity,
    ProgramTerms terms,
    Delivery delivery,
    boolean directAssessment,
    Optional<String> equivalencyMethodRef,
    Optional<PublishedLength> publishedLength,
    BigDecimal fullTimeUnitsPerAy,
    AidMethods methods,
    boolean attendanceRequired,
    WeekCounting weekCounting,
    Set<Flag> flags,
    Optional<LocalDate> eligibleFrom,
    Optional<LocalDate> eligibleTo,
    Map<String, BigDecimal> statusHours,
    Optional<String> calendarId,
    Instant sourceAsOf) {

  public ProgramFacts {
    flags = Set.copyOf(flags);
    statusHours = Map.copyOf(statusHours);
  }

  /**
   * What a program is called.
   *
   * @param programId of the program in all versions
   * @param version of the program, such as {@code 2026}
   * @param factsVersion grows with every change of the parameters, from 1
   * @param effectiveFrom the first day on which learners are enrolled in this version
   * @param effectiveTo the last such day
   * @param title its name
   * @param opeid the school, by eight digits
   * @param cipCode the Classification of Instructional Programs, such as {@code 11.0701}
   * @param cipYear the year of the classification
   * @param credentialLevel two digits, 01 to 08, or 99
   * @param specialProgram one letter, where it is a special program
   */
  public record Identity(
      String programId,
      String version,
      int factsVersion,
      LocalDate effectiveFrom,
      Optional<LocalDate> effectiveTo,
      String title,
      String opeid,
      String cipCode,
      int cipYear,
      String credentialLevel,
      Optional<String> specialProgram) {}

  /** How a program is taught. */
  public enum Delivery {
    CLASSROOM,
    DISTANCE,
    CORRESPONDENCE,
    HYBRID
  }

  /**
   * A program's length as the school publishes it.
   *
   * @param amount more than 0
   * @param unit what it is of
   */
  public record PublishedLength(BigDecimal amount, Unit unit) {
    /** What a length is given in. */
    public enum Unit {
      YEARS,
      MONTHS,
      WEEKS
    }
  }

  /** What can be true of a program. */
  public enum Flag {
    /** Must lead to gainful employment. */
    GE,
    /** A comprehensive transition and postsecondary program. */
    CTP,
    /** A prison education program. */
    PEP,
    /** Eligible for Workforce Pell Grants; the school says so. */
    WORKFORCE_PELL
  }
}
