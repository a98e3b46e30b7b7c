package org.vellum.credentials.verification;

import java.util.List;

/** What the reports of the credentials inside one come to. */
final class Inside {
  private Inside() {}

  /** A record is no better than what is in it. */
  static Check credentials(List<VerificationReport> nested) {
    Findings findings = new Findings(Check.Kind.CREDENTIALS);
    for (VerificationReport report : nested) {
      if (report.verdict() == Verdict.INVALID) {
        findings.add(
            Severity.ERROR, "inside-invalid", report.place(), "a credential in it is invalid");
      } else if (report.verdict() == Verdict.COULD_NOT_BE_CHECKED) {
        findings.add(
            Severity.COULD_NOT_BE_CHECKED,
            "inside-unchecked",
            report.place(),
            "a credential in it could not be checked");
      }
    }
    return findings.check();
  }

  /** What others say of a credential neither makes nor breaks it. */
  static Check endorsements(List<VerificationReport> endorsements) {
    Findings findings = new Findings(Check.Kind.ENDORSEMENTS);
    for (VerificationReport report : endorsements) {
      switch (report.verdict()) {
        case VALID ->
            findings.add(Severity.REMARK, "endorsed", report.place(), "this endorsement holds");
        case COULD_NOT_BE_CHECKED ->
            findings.add(
                Severity.WARNING,
                "endorsement-unchecked",
                report.place(),
                "this endorsement could not be checked");
        case INVALID ->
            findings.add(
                Severity.WARNING,
                "endorsement-invalid",
                report.place(),
                "this endorsement is invalid");
      }
    }
    return findings.check();
  }
}
