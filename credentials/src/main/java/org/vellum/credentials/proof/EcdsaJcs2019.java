package org.vellum.credentials.proof;

import java.util.Set;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * The cryptosuite {@code ecdsa-jcs-2019} (W3C Data Integrity ECDSA Cryptosuites 1.0, section 3.3),
 * with keys on P-256 or P-384. Safe for use by many threads.
 */
public final class EcdsaJcs2019 extends JcsSuite {
  /** The name of the suite on the wire. */
  public static final String CRYPTOSUITE = "ecdsa-jcs-2019";

  /** Signs and verifies. */
  public EcdsaJcs2019() {
    super(CRYPTOSUITE, Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ES384));
  }
}
