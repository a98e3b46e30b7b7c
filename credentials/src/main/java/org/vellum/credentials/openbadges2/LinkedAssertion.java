package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assertion whose issuer or signature was vouched for, with the objects that it links. The
 * Profile is only ever believed from its own address.
 *
 * @param object the assertion with its BadgeClass and the Profile inside
 * @param badgeId the id of the BadgeClass; empty if it has none
 * @param issuerId the address of the Profile; empty if none is named
 * @param issuer the Profile as hosted; null if it was not to be had
 */
record LinkedAssertion(
    ObjectNode object, String badgeId, String issuerId, @Nullable ObjectNode issuer) {

  static LinkedAssertion of(ObjectNode assertion, Hosting hosting, Noted noted) {
    ObjectNode object = assertion.deepCopy();
    JsonNode linked = single(assertion.path("badge"));
    String badgeId = Hosting.id(linked);
    ObjectNode badge = badge(linked, badgeId, hosting).orElse(null);
    if (badge == null) {
      return new LinkedAssertion(object, badgeId, "", null);
    }
    if (linked instanceof ObjectNode embedded) {
      Claimed.compare(embedded, badge, "/badge", noted);
    }
    badge = badge.deepCopy();
    Requirements.ofBadgeClass(badge, noted);
    String issuerId = Hosting.id(single(badge.path("issuer")));
    ObjectNode issuer =
        issuerId.isEmpty() ? null : hosting.object(issuerId, "/badge/issuer").orElse(null);
    if (issuer != null) {
      Requirements.ofIssuer(issuer, noted);
      badge.set("issuer", issuer);
    }
    object.set("badge", badge);
    return new LinkedAssertion(object, badgeId, issuerId, issuer);
  }

  /** An embedded one without an address is part of what was vouched for. */
  private static Optional<ObjectNode> badge(JsonNode linked, String id, Hosting hosting) {
    if (linked instanceof ObjectNode embedded) {
      return Hosting.address(id).isEmpty()
          ? Optional.of(embedded)
          : hosting.object(id, "/badge").or(() -> Optional.of(embedded));
    }
    return id.isEmpty() ? Optional.empty() : hosting.object(id, "/badge");
  }

  private static JsonNode single(JsonNode node) {
    return node.isArray() && node.size() == 1 ? node.get(0) : node;
  }
}
