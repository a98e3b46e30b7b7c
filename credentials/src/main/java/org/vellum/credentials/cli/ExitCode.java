package org.vellum.credentials.cli;

import org.vellum.credentials.verification.Verdict;

/** How a command went, as the number that the shell sees. */
final class ExitCode {
  /** It was done, or the credential is valid. */
  static final int OK = 0;

  /** The credential is invalid, or what was asked for cannot be made of what was given. */
  static final int INVALID = 1;

  /** The credential could not be checked. */
  static final int UNCHECKED = 2;

  /** The command was not understood (EX_USAGE of sysexits.h). */
  static final int USAGE = 64;

  /** A file is not there or cannot be read (EX_NOINPUT of sysexits.h). */
  static final int NO_INPUT = 66;

  /** A file cannot be written (EX_CANTCREAT of sysexits.h). */
  static final int NO_OUTPUT = 73;

  /** The program itself failed (EX_SOFTWARE of sysexits.h). */
  static final int FAILED = 70;

  private ExitCode() {}

  static int of(Verdict verdict) {
    return switch (verdict) {
      case VALID -> OK;
      case INVALID -> INVALID;
      case COULD_NOT_BE_CHECKED -> UNCHECKED;
    };
  }
}
