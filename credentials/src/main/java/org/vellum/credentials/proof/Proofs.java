package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proofs of a credential: one, a set, or a chain in which later proofs cover earlier ones (Data
 * Integrity 1.0, sections 2.1.1 and 2.1.2).
 */
public final class Proofs {
  private static final String PROOF = "proof";
  private static final String PREVIOUS = "previousProof";

  private Proofs() {}

  /** The proofs that a credential carries, in the order in which they stand. */
  public static List<ObjectNode> list(ObjectNode credential) {
    List<ObjectNode> proofs = new ArrayList<>();
    for (JsonNode proof : each(credential.path(PROOF))) {
      if (proof instanceof ObjectNode object) {
        proofs.add(object);
      }
    }
    return proofs;
  }

  /**
   * The proofs that a proof names in {@code previousProof}, each once; a proof holds only if these
   * hold as well. None if it names one that is not in the credential, itself, or something that is
   * no name.
   */
  public static Optional<List<ObjectNode>> previous(ObjectNode credential, ObjectNode proof) {
    List<ObjectNode> all = list(credential);
    List<ObjectNode> named = new ArrayList<>();
    for (JsonNode id : each(proof.path(PREVIOUS))) {
      List<ObjectNode> matching =
          all.stream().filter(other -> id.isTextual() && id.equals(other.get("id"))).toList();
      // Two proofs with one id would leave it open which of them was covered.
      if (matching.size() != 1 || id.equals(proof.get("id"))) {
        return Optional.empty();
      }
      named.add(matching.getFirst());
    }
    return Optional.of(named);
  }

  /**
   * The document that a proof covers: the credential without its proofs, but with those that the
   * proof names as previous (section 4.5 Verify Proof Sets and Chains, step 4.2). Shares its
   * members with the credential.
   */
  static Optional<ObjectNode> covered(ObjectNode credential, ObjectNode proof) {
    ObjectNode document = credential.objectNode();
    document.setAll(credential);
    document.remove(PROOF);
    if (!proof.has(PREVIOUS)) {
      return Optional.of(document);
    }
    return previous(credential, proof)
        .map(named -> {
          ArrayNode array = document.arrayNode().addAll(named);
          document.set(PROOF, array);
          return document;
        });
  }

  /** A copy of the credential with one proof more. */
  static ObjectNode add(ObjectNode credential, ObjectNode proof) {
    ObjectNode signed = credential.deepCopy();
    JsonNode present = signed.get(PROOF);
    if (present == null) {
      signed.set(PROOF, proof);
    } else {
      ArrayNode array = present.isArray() ? (ArrayNode) present : signed.arrayNode().add(present);
      signed.set(PROOF, array.add(proof));
    }
    return signed;
  }

  private static Iterable<JsonNode> each(JsonNode value) {
    if (value.isMissingNode()) {
      return List.of();
    }
    return value.isArray() ? value : List.of(value);
  }
}
