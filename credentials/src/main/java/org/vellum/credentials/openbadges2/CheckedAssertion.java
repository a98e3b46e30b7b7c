package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking an assertion.
 *
 * @param assertion what its issuer says: the hosted object or the signed one, with its BadgeClass
 *     and its issuer's Profile inside as far as they were to be had; null if there is none
 * @param issuer the address of the issuer's Profile; null if none is named
 * @param key the CryptographicKey that the signature was made with; null if there is none
 * @param findings what was found, in the order of the checks
 */
public record CheckedAssertion(
    @Nullable ObjectNode assertion,
    @Nullable String issuer,
    @Nullable Key key,
    List<AssertionFinding> findings) {

  /** Copies the list. */
  public CheckedAssertion {
    findings = List.copyOf(findings);
  }

  /** The gravest finding; none if nothing was found. */
  public Optional<AssertionFinding.Weight> gravest() {
    return findings.stream().map(AssertionFinding::weight).min(Enum::compareTo);
  }

  /** Whether the issuer says so now, with everything looked at. */
  public boolean isSound() {
    return gravest()
        .filter(weight -> weight.compareTo(AssertionFinding.Weight.BREACH) < 0)
        .isEmpty();
  }

  /**
   * The key behind a signature.
   *
   * @param id its address
   * @param publicKey the key
   */
  public record Key(String id, PublicKey publicKey) {}
}
