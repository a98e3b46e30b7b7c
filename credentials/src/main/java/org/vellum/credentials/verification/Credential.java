package org.vellum.credentials.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.json.Pointer;

/**
 * A credential as it was brought, with its place in the document; or what a holder shows, with
 * credentials in it. Which of the two is told by who judges it, not by what it says of itself: else
 * a credential that calls itself a presentation would be held to the rules of these.
 *
 * @param tree the object
 * @param place where it stands
 * @param isPresentation whether it is judged as a presentation
 */
record Credential(ObjectNode tree, Pointer place, boolean isPresentation) {
  private static final List<String> PARTS =
      List.of("issuer", "credentialSubject", "achievement", "creator", "source");

  /** A credential. */
  Credential(ObjectNode tree, Pointer place) {
    this(tree, place, false);
  }

  boolean is(String type) {
    return each("type").values().stream().anyMatch(name -> name.asText().equals(type));
  }

  /** The id of the issuer, whether written as text or as a Profile. */
  Optional<String> issuer() {
    JsonNode issuer = tree.path("issuer");
    JsonNode id = issuer.isObject() ? issuer.path("id") : issuer;
    return id.isTextual() ? Optional.of(id.textValue()) : Optional.empty();
  }

  /** Whether it says that it is what a holder shows, and not a credential as well. */
  boolean saysPresentation() {
    return is("VerifiablePresentation") && !is("VerifiableCredential");
  }

  /** Whose word it is: an issuer's, or of a presentation its holder's. */
  Optional<String> speaker() {
    if (!isPresentation()) {
      return issuer();
    }
    JsonNode holder = tree.path("holder");
    JsonNode id = holder.isObject() ? holder.path("id") : holder;
    return id.isTextual() ? Optional.of(id.textValue()) : Optional.empty();
  }

  /** What a key must be for to sign it (Controlled Identifiers 1.0, section 2.3). */
  String purpose() {
    return isPresentation() ? "authentication" : "assertionMethod";
  }

  boolean isSigned() {
    return tree.has("proof");
  }

  /** The values of a member, whether there is one or an array of them, by their places. */
  Map<Pointer, JsonNode> each(String member) {
    return each(tree, member, place);
  }

  /** The credentials of a learner record (CLR 2.0, ClrSubject) or of a presentation. */
  List<Credential> nested() {
    List<Credential> nested = new ArrayList<>();
    (isPresentation() ? Map.<Pointer, JsonNode>of(place, tree) : each("credentialSubject"))
        .forEach((subjectPlace, subject) ->
            each(subject, "verifiableCredential", subjectPlace)
                .forEach((at, child) -> {
                  if (child instanceof ObjectNode object) {
                    nested.add(new Credential(object, at));
                  }
                }));
    return nested;
  }

  /** Whether it stands inside another and relies on that one's proof. */
  boolean isUnsignedInside() {
    return !isSigned() && place.depth() > 0;
  }

  /**
   * The endorsements written into a credential, its issuer, its subjects, and their achievements
   * (Open Badges 3.0, section B.1); those inside credentials of their own are left to these.
   */
  List<Credential> endorsements() {
    List<Credential> found = new ArrayList<>();
    endorsements(tree, place, found);
    return found;
  }

  /** The endorsements written as tokens in the same places (Open Badges 3.0, endorsementJwt). */
  Map<Pointer, String> endorsementTokens() {
    Map<Pointer, String> found = new LinkedHashMap<>();
    endorsementTokens(tree, place, found);
    return found;
  }

  private static void endorsementTokens(JsonNode node, Pointer place, Map<Pointer, String> found) {
    each(node, "endorsementJwt", place).forEach((at, token) -> found.put(at, token.asText("")));
    for (String member : PARTS) {
      each(node, member, place).forEach((at, part) -> endorsementTokens(part, at, found));
    }
  }

  private static void endorsements(JsonNode node, Pointer place, List<Credential> found) {
    each(node, "endorsement", place)
        .forEach((at, endorsement) -> {
          if (endorsement instanceof ObjectNode object) {
            found.add(new Credential(object, at));
          }
        });
    for (String member : PARTS) {
      each(node, member, place).forEach((at, part) -> endorsements(part, at, found));
    }
  }

  private static Map<Pointer, JsonNode> each(JsonNode holder, String member, Pointer place) {
    JsonNode value = holder.path(member);
    Pointer at = place.child(member);
    Map<Pointer, JsonNode> values = new LinkedHashMap<>();
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        values.put(at.child(i), value.get(i));
      }
    } else if (!value.isMissingNode()) {
      values.put(at, value);
    }
    return values;
  }
}
