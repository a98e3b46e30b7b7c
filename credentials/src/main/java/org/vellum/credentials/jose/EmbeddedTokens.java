package org.vellum.credentials.jose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.json.Pointer;

/**
 * Tokens inside documents: an {@code EnvelopedVerifiableCredential} (VCDM 2.0, section 4.12.1), the
 * {@code endorsementJwt} of Open Badges 3.0, the {@code compactJwsString} of its API.
 */
public final class EmbeddedTokens {
  private static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";
  private static final String TYPE = "EnvelopedVerifiableCredential";
  private static final String DATA = "data:application/vc+jwt,";
  private static final int ENOUGH = 1_000;
  private static final int DEEPEST = 100;

  private final List<Token> tokens = new ArrayList<>();

  private EmbeddedTokens() {}

  /**
   * A token and its place.
   *
   * @param place where it stands in the document
   * @param compact the token, not yet read
   */
  public record Token(Pointer place, String compact) {}

  /** Wraps a token, so that it can stand where a credential is wanted. */
  public static ObjectNode enveloped(String compact) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("@context", CONTEXT);
    envelope.put("id", DATA + compact);
    envelope.put("type", TYPE);
    return envelope;
  }

  /** The token in an envelope; none if the object is no envelope, or one of another kind. */
  public static Optional<String> find(JsonNode envelope) {
    return find(envelope, TYPE, DATA);
  }

  /**
   * The token in an {@code EnvelopedVerifiablePresentation} (VCDM 2.0, section 4.13.1); none if the
   * object is no such envelope.
   */
  public static Optional<String> findPresentation(JsonNode envelope) {
    return find(envelope, "EnvelopedVerifiablePresentation", "data:application/vp+jwt,");
  }

  private static Optional<String> find(JsonNode envelope, String wanted, String data) {
    JsonNode type = envelope.path("type");
    boolean named = type.asText().equals(wanted);
    for (JsonNode one : type) {
      named |= one.asText().equals(wanted);
    }
    String id = envelope.path("id").asText("");
    return named && id.startsWith(data)
        ? Optional.of(id.substring(data.length()))
        : Optional.empty();
  }

  /** The first thousand tokens in a document, in its order. */
  public static List<Token> in(JsonNode document) {
    EmbeddedTokens found = new EmbeddedTokens();
    found.look(document, Pointer.ROOT);
    return found.tokens;
  }

  private void look(JsonNode node, Pointer place) {
    if (tokens.size() >= ENOUGH || place.depth() > DEEPEST) {
      return;
    }
    find(node).ifPresent(compact -> tokens.add(new Token(place, compact)));
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      Pointer at = place.child(member.getKey());
      if (member.getKey().equals("endorsementJwt") || member.getKey().equals("compactJwsString")) {
        texts(member.getValue(), at);
      } else {
        look(member.getValue(), at);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      look(node.get(i), place.child(i));
    }
  }

  private void texts(JsonNode value, Pointer place) {
    if (value.isTextual()) {
      tokens.add(new Token(place, value.textValue()));
    }
    for (int i = 0; value.isArray() && i < value.size() && tokens.size() < ENOUGH; i++) {
      if (value.get(i).isTextual()) {
        tokens.add(new Token(place.child(i), value.get(i).textValue()));
      }
    }
  }
}
