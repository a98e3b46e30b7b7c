package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.jsonld.Refusal;

/**
 * Members that a signature over RDF would cover here and not elsewhere. Context 3.0.3 of Open
 * Badges was changed in place, so verifiers that keep its earlier form reject whatever uses the
 * terms that came later.
 */
final class WithheldTerms {
  /** Added to the context in November 2025 and in June 2026. */
  static final Set<String> LATE = Set.of("jti", "endorsementJwt");

  private static final int DEEP = 100;

  private final Set<String> terms;
  private final List<Refusal> found = new ArrayList<>();

  private WithheldTerms(Set<String> terms) {
    this.terms = terms;
  }

  /** Where they are; not looked for in what somebody else has already signed. */
  static List<Refusal> in(ObjectNode credential, Set<String> terms) {
    WithheldTerms withheld = new WithheldTerms(terms);
    withheld.members(credential, Pointer.ROOT);
    return withheld.found;
  }

  /**
   * Whether a short look finds neither any of the terms, nor a null or an empty array: most trees
   * are like that, and need no longer look. It gives up where a tree is very deep.
   */
  static boolean isPlain(JsonNode tree, Set<String> terms) {
    return isPlain(tree, terms.toArray(String[]::new), 0);
  }

  private static boolean isPlain(JsonNode node, String[] terms, int depth) {
    if (depth > DEEP) {
      return false;
    }
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (isAny(terms, member.getKey()) || !isPlain(member.getValue(), terms, depth + 1)) {
          return false;
        }
      }
      return true;
    }
    if (node instanceof ArrayNode array) {
      for (JsonNode item : array) {
        if (!isPlain(item, terms, depth + 1)) {
          return false;
        }
      }
      return !array.isEmpty();
    }
    return !node.isNull();
  }

  private static boolean isAny(String[] terms, String name) {
    for (String term : terms) {
      if (term.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void look(JsonNode node, Pointer place) {
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      look(node.get(i), place.child(i));
    }
    if (node.isObject() && !node.has("proof")) {
      members(node, place);
    }
  }

  private void members(JsonNode node, Pointer place) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      Pointer at = place.child(member.getKey());
      if (terms.contains(member.getKey())) {
        found.add(
            new Refusal(
                Refusal.Reason.UNSIGNED_DATA,
                "withheld-term",
                at.toString(),
                "verifiers with an earlier form of the context reject it: sign as a token, or"
                    + " embed the endorsement itself"));
      }
      if (!member.getKey().equals("@context")) {
        look(member.getValue(), at);
      }
    }
  }
}
