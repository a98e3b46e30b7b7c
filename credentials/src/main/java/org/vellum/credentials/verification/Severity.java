package org.vellum.credentials.verification;

/** How much a finding weighs, lightest first. */
public enum Severity {
  /** Worth saying, and no fault. */
  REMARK,
  /** A fault that leaves open nothing about who issued what, such as a zone that is missing. */
  WARNING,
  /** Something was not found, or is not understood here; it may be sound. */
  COULD_NOT_BE_CHECKED,
  /** Something is wrong. */
  ERROR;

  /** What a check comes to that finds this. */
  public Verdict verdict() {
    return switch (this) {
      case REMARK, WARNING -> Verdict.VALID;
      case COULD_NOT_BE_CHECKED -> Verdict.COULD_NOT_BE_CHECKED;
      case ERROR -> Verdict.INVALID;
    };
  }
}
