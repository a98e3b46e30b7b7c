package org.vellum.credentials.verification;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The report of what is no credential, or could not be read as one. */
final class Unread {
  private Unread() {}

  /**
   * A report in which no other check was reached.
   *
   * @param where the place of the fault
   * @param place the place of what should have been a credential
   */
  static VerificationReport report(
      Severity severity, String code, String where, String message, String place) {
    Check read = new Findings(Check.Kind.DOCUMENT).add(severity, code, where, message).check();
    List<Check> rest =
        Arrays.stream(Check.Kind.values())
            .filter(kind -> kind != Check.Kind.DOCUMENT)
            .map(Findings::notReached)
            .toList();
    List<Check> checks = Stream.concat(Stream.of(read), rest.stream()).toList();
    return new VerificationReport(
        severity.verdict(), checks, List.of(), List.of(), List.of(), null, place);
  }
}
