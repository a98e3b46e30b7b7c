package org.vellum.credentials.jose;

import java.util.Optional;
import org.vellum.credentials.key.SignatureAlgorithm;

/** The values of {@code alg} that are understood; everything else is refused, unknown or not. */
public final class Algorithms {
  private Algorithms() {}

  /** The algorithm of this name; none if it is not understood, or does not sign. */
  public static Optional<SignatureAlgorithm> named(String alg) {
    if (alg.equals("Ed25519")) {
      // RFC 9864 gives the curve its own name; EdDSA without it means the same here.
      return Optional.of(SignatureAlgorithm.ED25519);
    }
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      if (algorithm.joseName().equals(alg)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }
}
