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
    return add(Verdict.INVALID, code, place.toString(), message);
  }

  Findings unknown(String code, Pointer place, String message) {
    return add(Verdict.COULD_NOT_BE_CHECKED, code, place.toString(), message);
  }

  /** Worth saying, and no reason against the credential. */
  Findings note(String code, Pointer place, String message) {
    return add(Verdict.VALID, code, place.toString(), message);
  }

  Findings add(Verdict weight, String code, String place, String message) {
    found.add(new Finding(code, place, message));
    verdict = Verdict.worst(List.of(verdict, weight));
    return this;
  }

  Verdict verdict() {
    return verdict;
  }

  Check check() {
    return new Check(kind, verdict, found);
  }
}
