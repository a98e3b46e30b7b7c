package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Refusal;
import org.vellum.credentials.key.SignatureAlgorithm;

/**
 * The cryptosuites that hash JSON as it stands (RFC 8785): the proof carries the context that was
 * signed.
 */
abstract sealed class JcsSuite extends DataIntegritySuite permits EddsaJcs2022, EcdsaJcs2019 {
  private static final String CONTEXT = "@context";

  JcsSuite(String cryptosuite, Set<SignatureAlgorithm> algorithms) {
    super(cryptosuite, algorithms);
  }

  @Override
  Canonical transform(ObjectNode document, SignatureAlgorithm algorithm) {
    return Jcs.canonicalize(document);
  }

  /** Step 2 of creating a proof; a proof that is verified keeps the context that it has. */
  @Override
  ObjectNode configuration(ObjectNode document, ObjectNode proof) {
    ObjectNode configuration = proof.deepCopy();
    configuration.remove("proofValue");
    return configuration;
  }

  @Override
  void complete(ObjectNode document, ObjectNode proof) {
    JsonNode context = document.get(CONTEXT);
    if (context != null) {
      proof.set(CONTEXT, context.deepCopy());
    }
  }

  /**
   * Step 4 of verifying a proof. The standard lets the document carry more contexts behind those
   * that were signed and then takes the signed ones for the document's; here what was added is
   * refused, because readers would take the meaning of terms from contexts that nobody signed.
   */
  @Override
  Optional<Refusal> objection(ObjectNode document, ObjectNode proof) {
    if (!proof.has(CONTEXT) || list(proof.get(CONTEXT)).equals(list(document.path(CONTEXT)))) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            Refusal.Reason.UNSIGNED_DATA,
            "context-not-signed",
            "/" + CONTEXT,
            "the contexts are not those that were signed"));
  }

  private static List<JsonNode> list(JsonNode context) {
    List<JsonNode> contexts = new ArrayList<>();
    if (context.isArray()) {
      context.forEach(contexts::add);
    } else {
      contexts.add(context);
    }
    return contexts;
  }
}
