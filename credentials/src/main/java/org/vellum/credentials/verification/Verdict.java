package org.vellum.credentials.verification;

import java.util.Collection;

/** What is known in the end, worst last to first: invalid outweighs unknown, unknown valid. */
public enum Verdict {
  /** Everything was checked and holds. */
  VALID,
  /** Nothing was found wrong, but not everything could be checked. */
  COULD_NOT_BE_CHECKED,
  /** Something is wrong. */
  INVALID;

  /** The worst of several verdicts; valid if there are none. */
  static Verdict worst(Collection<Verdict> verdicts) {
    return verdicts.stream().max(Verdict::compareTo).orElse(VALID);
  }
}
