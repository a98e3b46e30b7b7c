package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * The cryptosuite {@code ecdsa-rdfc-2019} (W3C Data Integrity ECDSA Cryptosuites 1.0, section 3.2):
 * keys on P-256 with SHA-256, keys on P-384 with SHA-384, in the canonical form as in the
 * signature. Safe for use by many threads.
 */
public final class EcdsaRdfc2019 extends DataIntegritySuite {
  /** The name of the suite on the wire. */
  public static final String CRYPTOSUITE = "ecdsa-rdfc-2019";

  private final Canonicalizer canonicalizer;

  /** Signs and verifies within the default limits. */
  public EcdsaRdfc2019() {
    this(new Canonicalizer());
  }

  /** Signs and verifies with the given canonicaliser. */
  public EcdsaRdfc2019(Canonicalizer canonicalizer) {
    super(CRYPTOSUITE, Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ES384));
    this.canonicalizer = canonicalizer;
  }

  @Override
  Canonical transform(ObjectNode document, SignatureAlgorithm algorithm) {
    return canonicalizer.canonicalize(document, Hashes.name(algorithm)); // 3.2.3
  }

  @Override
  ObjectNode configuration(ObjectNode document, ObjectNode proof) {
    return underContextOf(document, proof); // 3.2.5
  }
}
