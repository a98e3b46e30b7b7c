package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;
import org.vellum.credentials.jsonld.Canonicalizer;

/**
 * Proofs of type {@code Ed25519Signature2020}, which were made before cryptosuites had names (W3C
 * Data Integrity EdDSA Cryptosuites 1.0, appendix on this type). They are verified and no longer
 * made. Safe for use by many threads.
 */
public final class Ed25519Signature2020 implements ProofSuite {
  /** The type of the proof on the wire. */
  public static final String TYPE = "Ed25519Signature2020";

  private final EddsaRdfc2022 successor;

  /** Verifies with the given canonicaliser. */
  public Ed25519Signature2020(Canonicalizer canonicalizer) {
    this.successor = new EddsaRdfc2022(canonicalizer);
  }

  @Override
  public String name() {
    return TYPE;
  }

  /** Canonical form, hashes and signature are those of {@code eddsa-rdfc-2022}. */
  @Override
  public ProofResult verify(ObjectNode credential, ObjectNode proof, PublicKey key) {
    return successor.verify(credential, proof, key);
  }
}
