package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * The cryptosuite {@code eddsa-rdfc-2022} (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.2).
 * Safe for use by many threads.
 */
public final class EddsaRdfc2022 extends DataIntegritySuite {
  /** The name of the suite on the wire. */
  public static final String CRYPTOSUITE = "eddsa-rdfc-2022";

  private final Canonicalizer canonicalizer;

  /** Signs and verifies within the default limits. */
  public EddsaRdfc2022() {
    this(new Canonicalizer());
  }

  /** Signs and verifies with the given canonicaliser. */
  public EddsaRdfc2022(Canonicalizer canonicalizer) {
    super(CRYPTOSUITE, Set.of(SignatureAlgorithm.ED25519));
    this.canonicalizer = canonicalizer;
  }

  @Override
  Canonical transform(ObjectNode document, SignatureAlgorithm algorithm) {
    return canonicalizer.canonicalize(document); // 3.2.3
  }

  @Override
  ObjectNode configuration(ObjectNode document, ObjectNode proof) {
    return underContextOf(document, proof); // 3.2.5
  }
}
