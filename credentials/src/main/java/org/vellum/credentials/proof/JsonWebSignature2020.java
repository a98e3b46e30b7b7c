package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.vellum.credentials.jose.CompactJws;
import org.vellum.credentials.jose.DetachedJws;
import org.vellum.credentials.jsonld.Canonicalizer;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * Proofs of type {@code JsonWebSignature2020}: the hashes of the proof's options and of the
 * document, both in canonical form, signed as a detached JWS whose payload is not encoded (RFC
 * 7797). They are verified and no longer made. Of the algorithms those pass that are the key's own:
 * EdDSA, ES256, ES384 and RS256, not PS256. Safe for use by many threads.
 */
public final class JsonWebSignature2020 implements ProofSuite {
  /** The type of the proof on the wire. */
  public static final String TYPE = "JsonWebSignature2020";

  private static final String JWS = "jws";

  private final Canonicalizer canonicalizer;

  /** Verifies with the given canonicaliser. */
  public JsonWebSignature2020(Canonicalizer canonicalizer) {
    this.canonicalizer = canonicalizer;
  }

  @Override
  public String name() {
    return TYPE;
  }

  @Override
  public ProofResult verify(ObjectNode credential, ObjectNode proof, PublicKey key) {
    Optional<CompactJws> jws =
        CompactJws.parse(proof.path(JWS).asText("")).filter(each -> each.payload().length == 0);
    if (jws.isEmpty()) {
      return new ProofResult.Malformed("its jws is not a detached one");
    }
    Optional<SignatureAlgorithm> algorithm =
        SignatureAlgorithm.of(key).filter(own -> DetachedJws.isOf(own, jws.get().header()));
    if (algorithm.isEmpty()) {
      return new ProofResult.Malformed(
          "the header of its jws is not that of a detached one by this kind of key");
    }
    Optional<ObjectNode> covered = Proofs.covered(credential, proof);
    return covered.isEmpty()
        ? new ProofResult.Malformed("previousProof names a proof that is not there")
        : verify(covered.get(), proof, key, algorithm.get(), jws.get());
  }

  private ProofResult verify(
      ObjectNode document,
      ObjectNode proof,
      PublicKey key,
      SignatureAlgorithm algorithm,
      CompactJws jws) {
    // SHA-256 whatever the key: the suite knows no other.
    MessageDigest digest = Hashes.digest(SignatureAlgorithm.ES256);
    List<Refusal> refusals = canonicalizer.hash(document, digest);
    if (!refusals.isEmpty()) {
      return new ProofResult.NotCanonical(refusals);
    }
    byte[] content = digest.digest();
    ObjectNode configuration = DataIntegritySuite.underContextOf(document, proof);
    configuration.remove(JWS);
    refusals = canonicalizer.hash(configuration, digest);
    if (!refusals.isEmpty()) {
      return new ProofResult.NotCanonical(DataIntegritySuite.underProof(refusals));
    }
    byte[] message = Hashes.join(jws.signingInput(), Hashes.join(digest.digest(), content));
    return algorithm.verify(key, message, jws.signature())
        ? new ProofResult.Genuine(Hashes.text(SignatureAlgorithm.ES256, content))
        : new ProofResult.Forged();
  }
}
