package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.EmptyMembers;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.key.Multibase;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.key.SigningInput;

/**
 * What the cryptosuites of Data Integrity have in common (W3C Verifiable Credential Data Integrity
 * 1.0, section 4): put the document and the proof's options into one form, hash both, sign. Safe
 * for use by many threads.
 */
public abstract sealed class DataIntegritySuite implements ProofSuite
    permits EddsaRdfc2022, EcdsaRdfc2019, JcsSuite {
  private final String cryptosuite;
  private final Set<SignatureAlgorithm> algorithms;

  /** What was hashed last when signing; each thread may see another. */
  private volatile @Nullable HashedOptions lastOptions;

  DataIntegritySuite(String cryptosuite, Set<SignatureAlgorithm> algorithms) {
    this.cryptosuite = cryptosuite;
    this.algorithms = algorithms;
  }

  /**
   * Hashes the one form that everybody arrives at; returns the reasons if there is no such form.
   */
  abstract List<Refusal> hash(ObjectNode document, MessageDigest digest);

  /** The proof without its value, as this suite hashes it beside the document. */
  abstract ObjectNode configuration(ObjectNode document, ObjectNode proof);

  /** Adds to a new proof what this suite has in it besides the options. */
  void complete(ObjectNode document, ObjectNode proof) {}

  /** Why a proof cannot speak for the document, before anything is computed. */
  Optional<Refusal> objection(ObjectNode document, ObjectNode proof) {
    return Optional.empty();
  }

  @Override
  public String name() {
    return cryptosuite;
  }

  /**
   * A copy of the credential with a proof of {@code assertionMethod}. A credential that already has
   * a proof is not signed again.
   *
   * @param created when it is signed; written to the second
   * @throws UnsafeCredentialException if anything in the credential would not be covered
   * @throws IllegalArgumentException if the credential already has a proof, or the key is not one
   *     of this suite
   */
  public ObjectNode sign(ObjectNode credential, Signer signer, Instant created) {
    return prepare(credential, ProofOptions.by(signer, created)).signedBy(signer);
  }

  /**
   * The first move: what a key has to sign for a first proof of the credential.
   *
   * @throws UnsafeCredentialException if anything in the credential would not be covered
   * @throws IllegalArgumentException if the credential already has a proof, or the key is not one
   *     of this suite
   */
  public SigningInput<ObjectNode> prepare(ObjectNode credential, ProofOptions options) {
    if (credential.has("proof")) {
      throw new IllegalArgumentException("the credential already has a proof");
    }
    return prepareAnother(credential, options);
  }

  /**
   * The first move for a proof beside those that the credential has, in a set or, if the options
   * name previous proofs, in a chain (section 4.3 Add Proof Set/Chain).
   *
   * @throws UnsafeCredentialException if anything in the credential would not be covered
   * @throws IllegalArgumentException if a previous proof is not there, or the key is not one of
   *     this suite
   */
  public SigningInput<ObjectNode> prepareAnother(ObjectNode credential, ProofOptions options) {
    if (!algorithms.contains(options.algorithm())) {
      throw new IllegalArgumentException(
          cryptosuite + " does not sign with " + options.algorithm());
    }
    ObjectNode proof = credential.objectNode();
    options.writeTo(proof, cryptosuite);
    ObjectNode document =
        Proofs.covered(credential, proof)
            .orElseThrow(() -> new IllegalArgumentException("a previous proof is not there"));
    if (!WithheldTerms.isPlain(credential, withheld())) {
      requireNothingEmpty(document);
      requireNothingWithheld(credential);
    }
    complete(document, proof);
    MessageDigest digest = Hashes.digest(options.algorithm());
    byte[] first = hashOfOptions(configuration(document, proof), digest);
    byte[] hashData = Hashes.join(first, requireHash(document, digest));
    return new SigningInput<>(
        hashData,
        signature ->
            Proofs.add(
                credential, proof.deepCopy().put("proofValue", Multibase.encode(signature))));
  }

  @Override
  public ProofResult verify(ObjectNode credential, ObjectNode proof, PublicKey key) {
    Optional<SignatureAlgorithm> algorithm =
        SignatureAlgorithm.of(key).filter(algorithms::contains);
    if (algorithm.isEmpty()) {
      return new ProofResult.Malformed("made with a key of a kind that is not of its suite");
    }
    byte[] signature;
    try {
      signature = Multibase.decode(proof.path("proofValue").asText(""));
    } catch (IllegalArgumentException e) {
      return new ProofResult.Malformed("proofValue is " + e.getMessage());
    }
    if (signature.length != algorithm.get().signatureBytes()) {
      return new ProofResult.Malformed(
          "proofValue is not a signature of " + algorithm.get().signatureBytes() + " bytes");
    }
    Optional<ObjectNode> covered = Proofs.covered(credential, proof);
    return covered.isEmpty()
        ? new ProofResult.Malformed("previousProof names a proof that is not there")
        : verify(covered.get(), proof, key, algorithm.get(), signature);
  }

  private ProofResult verify(
      ObjectNode document,
      ObjectNode proof,
      PublicKey key,
      SignatureAlgorithm algorithm,
      byte[] signature) {
    Optional<Refusal> objection = objection(document, proof);
    if (objection.isPresent()) {
      return new ProofResult.NotCanonical(List.of(objection.get()));
    }
    MessageDigest digest = Hashes.digest(algorithm);
    List<Refusal> refusals = hash(document, digest);
    if (!refusals.isEmpty()) {
      return new ProofResult.NotCanonical(refusals);
    }
    byte[] content = digest.digest();
    refusals = hash(configuration(document, proof), digest);
    if (!refusals.isEmpty()) {
      return new ProofResult.NotCanonical(underProof(refusals));
    }
    byte[] hashData = Hashes.join(digest.digest(), content);
    return algorithm.verify(key, hashData, signature)
        ? new ProofResult.Genuine(Hashes.text(algorithm, content))
        : new ProofResult.Forged();
  }

  /** The proof without its value, under the context of the document. */
  static ObjectNode underContextOf(ObjectNode document, ObjectNode proof) {
    ObjectNode configuration = proof.objectNode();
    JsonNode context = document.get("@context");
    if (context != null) {
      configuration.set("@context", context);
    }
    for (var member : proof.properties()) {
      boolean own = member.getKey().equals("@context") && context != null;
      if (!own && !member.getKey().equals("proofValue")) {
        configuration.set(member.getKey(), member.getValue());
      }
    }
    return configuration;
  }

  private static void requireNothingEmpty(ObjectNode credential) {
    List<Refusal> empty =
        EmptyMembers.in(credential).stream()
            .map(place ->
                new Refusal(Refusal.Reason.UNSIGNED_DATA, "empty", place, "null or an empty array"))
            .toList();
    if (!empty.isEmpty()) {
      throw new UnsafeCredentialException(empty);
    }
  }

  /** Terms that the contexts got late, so that many verifiers see them as undefined. */
  Set<String> withheld() {
    return WithheldTerms.LATE;
  }

  private void requireNothingWithheld(ObjectNode credential) {
    List<Refusal> found = WithheldTerms.in(credential, withheld());
    if (!found.isEmpty()) {
      throw new UnsafeCredentialException(found);
    }
  }

  /** Within a batch and a second the options are the same, under the same contexts. */
  private byte[] hashOfOptions(ObjectNode configuration, MessageDigest digest) {
    HashedOptions last = lastOptions;
    if (last != null && last.isOf(configuration, digest)) {
      return last.hash;
    }
    byte[] hash = requireHash(configuration, digest);
    // A copy: its contexts are those of the document, which its owner may change.
    lastOptions = new HashedOptions(configuration.deepCopy(), digest.getAlgorithm(), hash);
    return hash;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, and never given away
  private record HashedOptions(ObjectNode configuration, String algorithm, byte[] hash) {
    boolean isOf(ObjectNode other, MessageDigest digest) {
      return algorithm.equals(digest.getAlgorithm()) && configuration.equals(other);
    }
  }

  private byte[] requireHash(ObjectNode document, MessageDigest digest) {
    List<Refusal> refusals = hash(document, digest);
    if (!refusals.isEmpty()) {
      throw new UnsafeCredentialException(refusals);
    }
    return digest.digest();
  }

  /** Refusals of the options, at their place in the document. */
  static List<Refusal> underProof(List<Refusal> refusals) {
    return refusals.stream()
        .map(r -> new Refusal(r.reason(), r.code(), "/proof" + r.place(), r.message()))
        .toList();
  }
}
