package org.vellum.credentials.verification;

import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.json.Pointer;

/** A check under way: what was found so far and how bad it is. */
final class Findings {
  private final Check.Kind kind;
  private final List<Finding> found = new ArrayList<>();
  private Verdict verdict = Verdict.VALID;

  Findings(Check.Kind kind) {
    this.kind = kind;
  }

  /** A check that could not even begin. */
  static Check notReached(Check.Kind kind) {
    return new Check(kind, Verdict.COULD_NOT_BE_CHECKED, List.of());
  }

  Findings invalid(String code, Pointer place, String message) {
    return add(Severity.ERROR, code, place.toString(), message);
  }

  Findings unknown(String code, Pointer place, String message) {
    return add(Severity.COULD_NOT_BE_CHECKED, code, place.toString(), message);
  }

  /** A fault that is no reason against the credential. */
  Findings warning(String code, Pointer place, String message) {
    return add(Severity.WARNING, code, place.toString(), message);
  }

  /** Worth saying, and no fault. */
  Findings note(String code, Pointer place, String message) {
    return add(Severity.REMARK, code, place.toString(), message);
  }

  Findings add(Severity severity, String code, String place, String message) {
    return add(new Finding(severity, code, place, message, ProblemTypes.of(kind, severity, code)));
  }

  Findings add(Finding finding) {
    found.add(finding);
    verdict = Verdict.worst(List.of(verdict, finding.severity().verdict()));
    return this;
  }

  Verdict verdict() {
    return verdict;
  }

  Check check() {
    return new Check(kind, verdict, found);
  }
}
