package org.vellum.platform.problem;

/** How grave a finding is. */
public enum Severity {
  /** What was found could not be taken in. */
  ERROR,
  /** It was taken in, but is not as the standard wants it. */
  WARNING,
  /** Worth knowing. */
  NOTE
}
