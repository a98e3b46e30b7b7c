package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;

/**
 * What a proof says about itself (Data Integrity 1.0, section 2.1 Proofs). Times are written to the
 * second.
 *
 * @param algorithm how the key signs; it decides the hash of ECDSA suites
 * @param verificationMethod where verifiers find the key
 * @param created when it is signed
 * @param id the proof's own URI, by which a later proof can name it
 * @param expires until when the proof is to be accepted
 * @param domain for whom the proof is made; with a challenge, against its replay
 * @param challenge what the verifier asked to be signed along
 * @param previousProof the ids of proofs that this one covers, together with the document
 * @param purpose what it is made for: {@code assertionMethod} by an issuer, {@code authentication}
 *     by a holder who shows credentials
 */
public record ProofOptions(
    SignatureAlgorithm algorithm,
    String verificationMethod,
    Instant created,
    @Nullable String id,
    @Nullable Instant expires,
    List<String> domain,
    @Nullable String challenge,
    List<String> previousProof,
    String purpose) {

  /** Copies the lists. */
  public ProofOptions {
    domain = List.copyOf(domain);
    previousProof = List.copyOf(previousProof);
  }

  /** A proof by this key, made at this time. */
  public static ProofOptions by(Signer signer, Instant created) {
    return new ProofOptions(
        signer.algorithm(),
        signer.verificationMethod(),
        created,
        null,
        null,
        List.of(),
        null,
        List.of(),
        "assertionMethod");
  }

  /** The same with an id of its own. */
  public ProofOptions withId(String uri) {
    return new ProofOptions(
        algorithm,
        verificationMethod,
        created,
        uri,
        expires,
        domain,
        challenge,
        previousProof,
        purpose);
  }

  /** The same with an end. */
  public ProofOptions withExpires(Instant end) {
    return new ProofOptions(
        algorithm, verificationMethod, created, id, end, domain, challenge, previousProof, purpose);
  }

  /** The same for these domains, in answer to a challenge. */
  public ProofOptions withDomain(List<String> domains, @Nullable String asked) {
    return new ProofOptions(
        algorithm,
        verificationMethod,
        created,
        id,
        expires,
        domains,
        asked,
        previousProof,
        purpose);
  }

  /** The same, over these earlier proofs as well. */
  public ProofOptions withPreviousProof(List<String> ids) {
    return new ProofOptions(
        algorithm, verificationMethod, created, id, expires, domain, challenge, ids, purpose);
  }

  /** The same for another purpose. */
  public ProofOptions withPurpose(String other) {
    return new ProofOptions(
        algorithm,
        verificationMethod,
        created,
        id,
        expires,
        domain,
        challenge,
        previousProof,
        other);
  }

  /** The members of the proof in the order in which the standard shows them, without its value. */
  void writeTo(ObjectNode proof, String cryptosuite) {
    proof.put("type", "DataIntegrityProof");
    put(proof, "id", id);
    proof.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
    put(proof, "expires", expires == null ? null : expires.truncatedTo(ChronoUnit.SECONDS));
    proof.put("verificationMethod", verificationMethod);
    proof.put("cryptosuite", cryptosuite);
    proof.put("proofPurpose", purpose);
    put(proof, "domain", domain);
    put(proof, "challenge", challenge);
    put(proof, "previousProof", previousProof);
  }

  private static void put(ObjectNode proof, String member, @Nullable Object value) {
    if (value != null) {
      proof.put(member, value.toString());
    }
  }

  /** One value stands alone, several in an array. */
  private static void put(ObjectNode proof, String member, List<String> values) {
    if (values.size() == 1) {
      proof.put(member, values.getFirst());
    } else if (!values.isEmpty()) {
      ArrayNode array = proof.putArray(member);
      values.forEach(array::add);
    }
  }
}
