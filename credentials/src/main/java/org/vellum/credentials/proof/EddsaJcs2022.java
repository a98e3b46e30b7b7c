package org.vellum.credentials.proof;

import java.util.Set;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * The cryptosuite {@code eddsa-jcs-2022} (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.3).
 * Certified Open Badges verifiers need not know it: it is no default. Safe for use by many threads.
 */
public final class EddsaJcs2022 extends JcsSuite {
  /** The name of the suite on the wire. */
  public static final String CRYPTOSUITE = "eddsa-jcs-2022";

  /** Signs and verifies. */
  public EddsaJcs2022() {
    super(CRYPTOSUITE, Set.of(SignatureAlgorithm.ED25519));
  }
}
