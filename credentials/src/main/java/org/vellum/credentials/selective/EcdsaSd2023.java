package org.vellum.credentials.selective;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vellum.credentials.json.EmptyMembers;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.Multibase;
import org.vellum.credentials.key.Multikey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.proof.ProofResult;
import org.vellum.credentials.proof.ProofSuite;

/**
 * The cryptosuite {@code ecdsa-sd-2023} (W3C Data Integrity ECDSA Cryptosuites 1.0, section 3.6).
 * An issuer signs a base proof and gives it to the learner alone; the learner derives from it, as
 * often as wanted, documents that show some statements and prove them. Safe for use by many
 * threads.
 */
public final class EcdsaSd2023 implements ProofSuite {
  /** The name of the suite on the wire. */
  public static final String CRYPTOSUITE = "ecdsa-sd-2023";

  private static final int HMAC_BYTES = 32;

  private final Canonicalizer canonicalizer;

  /** Signs, derives and verifies with the given canonicaliser. */
  public EcdsaSd2023(Canonicalizer canonicalizer) {
    this.canonicalizer = canonicalizer;
  }

  @Override
  public String name() {
    return CRYPTOSUITE;
  }

  /**
   * A copy of the credential with a base proof (section 3.6.1), for the learner's eyes only.
   *
   * @param mandatoryPointers JSON pointers to what every derived document must show; see {@link
   *     Disclosure#mandatory}
   * @param created when it is signed; written to the second
   * @param random makes the key under which the names of blank nodes are hidden
   * @throws IllegalArgumentException if the key is not on P-256, the credential has a proof
   *     already, a pointer points at nothing, or something would not be covered
   */
  public ObjectNode sign(
      ObjectNode credential,
      Signer signer,
      List<String> mandatoryPointers,
      Instant created,
      SecureRandom random) {
    if (signer.algorithm() != SignatureAlgorithm.ES256) {
      throw new IllegalArgumentException("ecdsa-sd-2023 needs a key on P-256");
    }
    if (credential.has("proof") || !EmptyMembers.in(credential).isEmpty()) {
      throw new IllegalArgumentException("it has a proof already, or nulls or empty arrays");
    }
    requireSafe(credential);
    ObjectNode signed = credential.deepCopy();
    ObjectNode proof = options(signed.objectNode(), signer, created);
    byte[] hmacKey = new byte[HMAC_BYTES];
    random.nextBytes(hmacKey);
    Statements statements = new Statements(canonicalizer, credential, Labels.hmac(hmacKey));
    Set<Integer> mandatory = statements.selected(mandatoryPointers);
    // Section 3.6.5, steps 2 to 6: a key that signs the statements of this proof and is forgotten.
    IssuerKey scoped = IssuerKey.generate("urn:scoped", SignatureAlgorithm.ES256);
    byte[] publicKey = Multibase.decode(Multikey.encode(scoped.publicKey()));
    List<String> lines = statements.lines();
    List<byte[]> signatures =
        Groups.without(lines, mandatory).stream()
            .map(line -> scoped.sign(Statements.utf8(line)))
            .toList();
    byte[] toSign = toSign(proofHash(credential, proof), publicKey, Groups.only(lines, mandatory));
    proof.put(
        "proofValue",
        ProofValueWriter.write(
            new ProofValue.Base(
                signer.sign(toSign),
                publicKey,
                hmacKey,
                signatures,
                List.copyOf(mandatoryPointers))));
    signed.set("proof", proof);
    return signed;
  }

  private static ObjectNode options(ObjectNode proof, Signer signer, Instant created) {
    proof.put("type", "DataIntegrityProof");
    proof.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
    proof.put("verificationMethod", signer.verificationMethod());
    proof.put("cryptosuite", CRYPTOSUITE);
    return proof.put("proofPurpose", "assertionMethod");
  }

  /**
   * What a learner shows of a credential with a base proof (section 3.6.6): the mandatory
   * statements and the chosen ones, with a proof of just these. Other proofs of the credential
   * cover all of it and are left out.
   *
   * @throws IllegalArgumentException if there is no base proof, it is not of this credential, or a
   *     pointer points at nothing
   */
  public ObjectNode derive(ObjectNode signedCredential, List<String> selectivePointers) {
    ObjectNode proof = baseProof(signedCredential);
    if (!(ProofValueReader.read(proof.path("proofValue").asText(""))
        instanceof ProofValue.Base base)) {
      throw new IllegalArgumentException("it was derived already; derive from the base proof");
    }
    ObjectNode document = signedCredential.deepCopy();
    document.remove("proof");
    Statements statements = new Statements(canonicalizer, document, Labels.hmac(base.hmacKey()));
    Set<Integer> mandatory = statements.selected(base.mandatoryPointers());
    Set<Integer> selective = statements.selected(selectivePointers);
    List<String> pointers = new ArrayList<>(base.mandatoryPointers());
    pointers.addAll(selectivePointers);
    if (pointers.isEmpty()) {
      throw new IllegalArgumentException("nothing is to be shown");
    }
    ObjectNode shown = Selection.of(document, pointers);
    Map<Integer, byte[]> labels = new HashMap<>();
    statements
        .labelsOfPart(pointers)
        .forEach((number, label) -> labels.put(number, Labels.bytes(label)));
    ObjectNode derived = proof.deepCopy();
    derived.put(
        "proofValue",
        ProofValueWriter.write(
            new ProofValue.Derived(
                base.baseSignature(),
                base.publicKey(),
                Groups.signaturesOf(
                    statements.lines().size(), mandatory, selective, base.signatures()),
                labels,
                Groups.relative(mandatory, selective))));
    shown.set("proof", derived);
    return shown;
  }

  /**
   * Checks a derived proof (section 3.6.7). A base proof is checked as well, so that a learner can
   * see that what the issuer sent is sound.
   */
  @Override
  public ProofResult verify(ObjectNode credential, ObjectNode proof, PublicKey key) {
    ObjectNode document = credential.deepCopy();
    document.remove("proof");
    ObjectNode configuration = configuration(document, proof);
    for (ObjectNode checked : List.of(document, configuration)) {
      if (canonicalizer.canonicalize(checked) instanceof Canonical.Refused refused) {
        return new ProofResult.NotCanonical(refused.refusals());
      }
    }
    if (!SignatureAlgorithm.of(key).filter(SignatureAlgorithm.ES256::equals).isPresent()) {
      return new ProofResult.Malformed("the key is not on P-256");
    }
    try {
      ProofValue value = ProofValueReader.read(proof.path("proofValue").asText(""));
      return switch (value) {
        case ProofValue.Base base -> {
          Statements all = new Statements(canonicalizer, document, Labels.hmac(base.hmacKey()));
          Set<Integer> mandatory = all.selected(base.mandatoryPointers());
          yield judge(all.lines(), mandatory, value, proofHash(document, proof), key);
        }
        case ProofValue.Derived derived -> {
          Statements all = new Statements(canonicalizer, document, Labels.given(derived.labels()));
          Set<Integer> mandatory = new HashSet<>(derived.mandatoryIndexes());
          yield judge(all.lines(), mandatory, value, proofHash(document, proof), key);
        }
      };
    } catch (IllegalArgumentException e) {
      return new ProofResult.Malformed("the proof does not fit: " + e.getMessage());
    }
  }

  private static ProofResult judge(
      List<String> lines,
      Set<Integer> mandatory,
      ProofValue value,
      byte[] proofHash,
      PublicKey key) {
    List<String> others = Groups.without(lines, mandatory);
    if (others.size() != value.signatures().size()) {
      return new ProofResult.Forged();
    }
    PublicKey scoped = Multikey.decode(Multibase.encode(value.publicKey()));
    byte[] toVerify = toSign(proofHash, value.publicKey(), Groups.only(lines, mandatory));
    if (!SignatureAlgorithm.ES256.verify(key, toVerify, value.baseSignature())) {
      return new ProofResult.Forged();
    }
    for (int i = 0; i < others.size(); i++) {
      byte[] line = Statements.utf8(others.get(i));
      if (!SignatureAlgorithm.ES256.verify(scoped, line, value.signatures().get(i))) {
        return new ProofResult.Forged();
      }
    }
    return new ProofResult.Genuine("");
  }

  private static ObjectNode baseProof(ObjectNode credential) {
    JsonNode proofs = credential.path("proof");
    for (JsonNode proof : proofs.isArray() ? proofs : List.of(proofs)) {
      if (proof instanceof ObjectNode object
          && object.path("cryptosuite").asText().equals(CRYPTOSUITE)) {
        return object;
      }
    }
    throw new IllegalArgumentException("it has no proof of ecdsa-sd-2023");
  }

  private void requireSafe(ObjectNode document) {
    if (canonicalizer.canonicalize(document) instanceof Canonical.Refused refused) {
      List<String> places = refused.refusals().stream().map(EcdsaSd2023::words).toList();
      throw new IllegalArgumentException("not signed: " + String.join("; ", places));
    }
  }

  private static String words(Refusal refusal) {
    return refusal.place() + ": " + refusal.code();
  }

  /** Section 3.6.4: the proof without its value, under the context of the document. */
  private static ObjectNode configuration(ObjectNode document, ObjectNode proof) {
    ObjectNode configuration = proof.deepCopy();
    configuration.remove("proofValue");
    JsonNode context = document.get("@context");
    if (context != null) {
      configuration.set("@context", context);
    }
    return configuration;
  }

  private byte[] proofHash(ObjectNode document, ObjectNode proof) {
    return switch (canonicalizer.canonicalize(configuration(document, proof))) {
      case Canonical.Form form -> sha256(form.nquads());
      case Canonical.Refused refused ->
          throw new IllegalArgumentException("the proof's options have no canonical form");
    };
  }

  private static byte[] toSign(byte[] proofHash, byte[] publicKey, List<String> mandatory) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(proofHash);
    data.writeBytes(publicKey);
    data.writeBytes(sha256(Statements.utf8(String.join("", mandatory))));
    return data.toByteArray();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
