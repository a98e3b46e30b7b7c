package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;

/** One kind of proof that a credential can carry, known by its name on the wire. */
public interface ProofSuite {

  /** The {@code cryptosuite} of its Data Integrity proofs, or the {@code type} of older proofs. */
  String name();

  /**
   * Checks one proof of a credential against a key. The proof is the one given; of the proofs
   * inside the credential only those that it names in {@code previousProof} are part of what is
   * checked.
   *
   * <p>Whose the key is, and whether the proof's own times and purpose hold, is asked elsewhere.
   *
   * @return never an exception, whatever the documents say
   */
  ProofResult verify(ObjectNode credential, ObjectNode proof, PublicKey key);
}
