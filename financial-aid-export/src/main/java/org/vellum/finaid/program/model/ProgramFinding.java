package org.vellum.finaid.program.model;

/**
 * One fault of a program's parameters.
 *
 * @param code the condition
 * @param place which parameter
 */
public record ProgramFinding(Code code, String place) {

  /** What can be wrong. */
  public enum Code {
    /** Not more than 0, more than 9999.999, or of more than three decimals. */
    UNITS_NOT_POSITIVE("34 CFR 668.4(c)"),
    /** Not more than 0, more than 9999, or not whole. */
    WEEKS_NOT_POSITIVE("34 CFR 668.3(b)"),
    /** Clock hours in another calendar than the one for clock hours, or the other way about. */
    CALENDAR_MISMATCH("34 CFR 668.4(c)"),
    /** Fewer units or weeks than an academic year must have. */
    AY_BELOW_MINIMUM("34 CFR 668.3(a)");

    private final String citation;

    Code(String citation) {
      this.citation = citation;
    }

    public String citation() {
      return citation;
    }

    ProgramFinding at(String place) {
      return new ProgramFinding(this, place);
    }
  }
}
