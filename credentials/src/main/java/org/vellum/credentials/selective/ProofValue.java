package org.vellum.credentials.selective;

import java.util.List;
import java.util.Map;

/** The parts of a {@code proofValue} (VC-DI-ECDSA, sections 3.5.2 and 3.5.7). */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a check, never compared
sealed interface ProofValue {

  /** The issuer's signature over options, proof-scoped key and the statements always shown. */
  byte[] baseSignature();

  /** The key of this proof alone: {@code 0x8024} and the 33 bytes of a point on P-256. */
  byte[] publicKey();

  /** By the key of this proof, of each statement that may be withheld. */
  List<byte[]> signatures();

  /** What an issuer hands to the learner. */
  record Base(
      byte[] baseSignature,
      byte[] publicKey,
      byte[] hmacKey,
      List<byte[]> signatures,
      List<String> mandatoryPointers)
      implements ProofValue {}

  /** What a learner hands to others; the labels by the numbers of the canonical ones. */
  record Derived(
      byte[] baseSignature,
      byte[] publicKey,
      List<byte[]> signatures,
      Map<Integer, byte[]> labels,
      List<Integer> mandatoryIndexes)
      implements ProofValue {}
}
