package org.vellum.finaid.facts.model;

/**
 * By which of the methods that the rules offer a school works out aid for a program.
 *
 * @param pellFormula the formula
 * @param annualLimitYear for the annual loan limit
 * @param returnBasis for the return of funds
 */
public record AidMethods(
    PellFormulaCode pellFormula, AnnualLimitYear annualLimitYear, ReturnBasis returnBasis) {

  /** The formulas of 34 CFR 690.63 and 690.66, as the Handbook numbers them. */
  public enum PellFormulaCode {
    F1("1"),
    F2("2"),
    F3("3"),
    F4("4"),
    F5A("5A"),
    F5B("5B");

    private final String code;

    PellFormulaCode(String code) {
      this.code = code;
    }

    /** Such as {@code 5A}. */
    public String code() {
      return code;
    }
  }

  /** Scheduled or borrower-based academic years. */
  public enum AnnualLimitYear {
    SAY,
    BBAY1,
    BBAY2,
    BBAY3
  }

  /** What a return of Title IV funds is worked out over, 34 CFR 668.22(e)(5). */
  public enum ReturnBasis {
    PAYMENT_PERIOD,
    PERIOD_OF_ENROLLMENT
  }
}
