package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.jsonld.Canonicalizer;

/**
 * The kinds of proofs that are known, by their exact names: a misspelt name is an unknown kind.
 * Proofs of unknown kinds are to be skipped, since a credential may carry several (Data Integrity
 * 1.0, section 2.1.1 Proof Sets). Safe for use by many threads.
 */
public final class ProofSuites {
  private static final String DATA_INTEGRITY = "DataIntegrityProof";

  private final Map<String, ProofSuite> byCryptosuite;
  private final Map<String, ProofSuite> byType;

  /** All suites of this package, over one canonicaliser. */
  public ProofSuites(Canonicalizer canonicalizer) {
    this(
        named(
            new EddsaRdfc2022(canonicalizer),
            new EcdsaRdfc2019(canonicalizer),
            new EddsaJcs2022(),
            new EcdsaJcs2019()),
        named(new Ed25519Signature2020(canonicalizer), new JsonWebSignature2020(canonicalizer)));
  }

  private ProofSuites(Map<String, ProofSuite> byCryptosuite, Map<String, ProofSuite> byType) {
    this.byCryptosuite = Map.copyOf(byCryptosuite);
    this.byType = Map.copyOf(byType);
  }

  /** These suites and one more cryptosuite of Data Integrity. */
  public ProofSuites with(ProofSuite suite) {
    Map<String, ProofSuite> more = new HashMap<>(byCryptosuite);
    more.put(suite.name(), suite);
    return new ProofSuites(more, byType);
  }

  /** The suite of a proof; none if its kind is not known here. */
  public Optional<ProofSuite> find(ObjectNode proof) {
    String type = proof.path("type").asText();
    return Optional.ofNullable(
        type.equals(DATA_INTEGRITY)
            ? byCryptosuite.get(proof.path("cryptosuite").asText())
            : byType.get(type));
  }

  private static Map<String, ProofSuite> named(ProofSuite... suites) {
    Map<String, ProofSuite> named = new HashMap<>();
    for (ProofSuite suite : suites) {
      named.put(suite.name(), suite);
    }
    return named;
  }
}
