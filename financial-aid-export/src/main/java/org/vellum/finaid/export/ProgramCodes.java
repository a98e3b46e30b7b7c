package org.vellum.finaid.export;

import java.util.Arrays;
import org.vellum.finaid.facts.model.AidMethods.PellFormulaCode;

/** Codes of programs that are no names. */
public final class ProgramCodes {
  /** Certificates, degrees and none of them, as enrollment reporting numbers them. */
  static final String[] CREDENTIAL_LEVELS = {"01", "02", "03", "04", "05", "06", "07", "08", "99"};

  static final String[] PELL_FORMULAS =
      Arrays.stream(PellFormulaCode.values()).map(PellFormulaCode::code).toArray(String[]::new);

  private ProgramCodes() {}

  /** Whether it is one of the credential levels. */
  public static boolean isCredentialLevel(String code) {
    return Arrays.asList(CREDENTIAL_LEVELS).contains(code);
  }
}
