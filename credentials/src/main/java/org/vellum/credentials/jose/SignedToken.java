package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A signed token that was taken apart: nothing is known yet of who signed it. */
public sealed interface SignedToken permits JwtCredential, JwtPresentation {
  /** The JOSE header. */
  ObjectNode header();

  /** What the header says of the key; not yet whose it is. */
  KeyBinding binding();

  /**
   * The certificates in {@code x5c}, the signing key's first (RFC 7515, section 4.1.6); none if the
   * header has none or they cannot be read. They prove nothing until their path is checked.
   */
  List<X509Certificate> certificates();

  /** When the signature itself ends, apart from what was signed; none if it does not say. */
  Optional<Instant> signatureExpires();

  /** The bytes that are signed: header and payload as they came (RFC 7515, section 5.1). */
  byte[] signingInput();

  /** Everything that was found in reading, in the order of reading. */
  List<JwtFinding> findings();

  /** Whether something found in reading forbids to believe the token, whoever signed it. */
  default boolean isRefused() {
    return findings().stream().anyMatch(f -> f.weight() == JwtFinding.Weight.INVALID);
  }

  /**
   * Whether the private half of this key signed the token. The algorithm is the key's own: a header
   * that names another is never obeyed, so neither {@code none} nor an HMAC over a public key
   * passes. ECDSA is expected in fixed width; in DER it does not pass (RFC 7518, section 3.4).
   */
  boolean verify(PublicKey key);
}
