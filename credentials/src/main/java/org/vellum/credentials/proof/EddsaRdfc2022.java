package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vellum.credentials.json.EmptyMembers;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.key.Ed25519;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.Multibase;

/**
 * The cryptosuite {@code eddsa-rdfc-2022} (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.2).
 * Safe for use by many threads.
 */
public final class EddsaRdfc2022 {
  /** The name of the suite on the wire. */
  public static final String CRYPTOSUITE = "eddsa-rdfc-2022";

  /** An Ed25519 signature has 64 bytes. */
  private static final int SIGNATURE_BYTES = 64;

  private final Canonicalizer canonicalizer;

  /** Signs and verifies within the default limits. */
  public EddsaRdfc2022() {
    this(new Canonicalizer());
  }

  /** Signs and verifies with the given canonicaliser. */
  public EddsaRdfc2022(Canonicalizer canonicalizer) {
    this.canonicalizer = canonicalizer;
  }

  /**
   * A copy of the credential with a proof of {@code assertionMethod} (section 3.2.1). A credential
   * that already has a proof is not signed again.
   *
   * @param created when it is signed; written to the second
   * @throws UnsafeCredentialException if anything in the credential would not be covered
   * @throws IllegalArgumentException if the credential already has a proof
   */
  public ObjectNode sign(ObjectNode credential, IssuerKey key, Instant created) {
    if (credential.has("proof")) {
      throw new IllegalArgumentException("the credential already has a proof");
    }
    requireNothingEmpty(credential);
    ObjectNode signed = credential.deepCopy();
    ObjectNode proof = signed.objectNode(); // 1
    proof.put("type", "DataIntegrityProof");
    proof.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
    proof.put("verificationMethod", key.verificationMethod());
    proof.put("cryptosuite", CRYPTOSUITE);
    proof.put("proofPurpose", "assertionMethod");
    byte[] hashData =
        hashData(bytes(configuration(credential, proof)), bytes(credential)); // 2 to 4
    byte[] signature = Ed25519.sign(key.privateKey(), hashData); // 5
    proof.put("proofValue", Multibase.encode(signature)); // 6
    signed.set("proof", proof);
    return signed;
  }

  /**
   * Checks one proof of a credential against a key (section 3.2.2). The proof is the one given; any
   * {@code proof} inside the credential is left out of what is hashed.
   */
  public ProofResult verify(ObjectNode credential, ObjectNode proof, PublicKey key) {
    byte[] signature;
    try {
      signature = Multibase.decode(proof.path("proofValue").asText("")); // 2
    } catch (IllegalArgumentException e) {
      return new ProofResult.Malformed("proofValue is " + e.getMessage());
    }
    if (signature.length != SIGNATURE_BYTES) {
      return new ProofResult.Malformed("proofValue is not a signature of 64 bytes");
    }
    ObjectNode unsecured = credential.deepCopy(); // 1
    unsecured.remove("proof");
    Canonical document = canonicalizer.canonicalize(unsecured); // 4
    Canonical options = canonicalizer.canonicalize(configuration(credential, proof)); // 3, 5
    if (document instanceof Canonical.Refused refused) {
      return new ProofResult.NotCanonical(refused.refusals());
    }
    if (options instanceof Canonical.Refused refused) {
      return new ProofResult.NotCanonical(underProof(refused.refusals()));
    }
    byte[] hashData =
        hashData(((Canonical.Form) options).nquads(), ((Canonical.Form) document).nquads()); // 6
    return Ed25519.verify(key, hashData, signature) // 7
        ? new ProofResult.Genuine()
        : new ProofResult.Forged();
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

  private byte[] bytes(ObjectNode document) {
    return switch (canonicalizer.canonicalize(document)) {
      case Canonical.Form form -> form.nquads();
      case Canonical.Refused refused -> throw new UnsafeCredentialException(refused.refusals());
    };
  }

  /** Section 3.2.5: the proof without its value, under the context of the document. */
  static ObjectNode configuration(ObjectNode credential, ObjectNode proof) {
    ObjectNode configuration = proof.objectNode();
    JsonNode context = credential.get("@context");
    if (context != null) {
      configuration.set("@context", context);
    }
    proof.properties().forEach(member -> configuration.set(member.getKey(), member.getValue()));
    if (context != null) {
      configuration.set("@context", context);
    }
    configuration.remove("proofValue");
    return configuration;
  }

  /** Section 3.2.4: the hash of the options before the hash of the document. */
  static byte[] hashData(byte[] canonicalOptions, byte[] canonicalDocument) {
    byte[] data = new byte[64];
    System.arraycopy(sha256(canonicalOptions), 0, data, 0, 32);
    System.arraycopy(sha256(canonicalDocument), 0, data, 32, 32);
    return data;
  }

  private static List<Refusal> underProof(List<Refusal> refusals) {
    return refusals.stream()
        .map(r -> new Refusal(r.reason(), r.code(), "/proof" + r.place(), r.message()))
        .toList();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
