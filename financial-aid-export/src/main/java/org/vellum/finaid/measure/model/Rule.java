package org.vellum.finaid.measure.model;

/**
 * Why a value is what it is.
 *
 * @param ruleset the version of the rules
 * @param citation the section, such as {@code 34 CFR 668.4(c)(1)}
 * @param reading whether the text settles the value or an interpretation does, which an aid office
 *     must be able to see
 */
public record Rule(Ruleset ruleset, String citation, Reading reading) {

  /** Who says so. */
  public enum Reading {
    /** The regulation, or the Handbook's own words or example. */
    TEXT,
    /** We do, where the rule leaves it open. */
    OURS
  }

  /** The version's code, such as {@code US-TIV-2025.1}. */
  public String version() {
    return ruleset.code();
  }
}
