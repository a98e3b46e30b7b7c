package org.vellum.finaid.period.model;

/**
 * The five conditions under which a change of program may stay in the same payment period (34 CFR
 * 668.4(g); FSA Handbook, volume 5, chapter 1).
 *
 * @param continuouslyEnrolled at the school, without a gap
 * @param similarCoursework substantially similar coursework in both
 * @param equalPeriods payment periods substantially equal in weeks and units
 * @param sameCharges little or no change in charges for the period
 * @param creditsAccepted what was earned in the period counts in the new program
 */
public record ChangeOfProgram(
    boolean continuouslyEnrolled,
    boolean similarCoursework,
    boolean equalPeriods,
    boolean sameCharges,
    boolean creditsAccepted) {

  boolean allHold() {
    return continuouslyEnrolled
        && similarCoursework
        && equalPeriods
        && sameCharges
        && creditsAccepted;
  }
}
