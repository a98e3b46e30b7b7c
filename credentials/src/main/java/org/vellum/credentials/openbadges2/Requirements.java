package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import org.vellum.credentials.json.Lenient;

/** What the standard demands of an assertion, its BadgeClass and its issuer (Data Validation). */
final class Requirements {
  /** Without these nobody is awarded anything. */
  private static final List<String> CORE = List.of("recipient", "badge");

  private Requirements() {}

  static void ofAssertion(ObjectNode assertion, Instant at, Noted noted) {
    members(assertion, "", List.of("id", "type", "issuedOn"), noted);
    for (String name : CORE) {
      if (isAbsent(assertion, name)) {
        noted.invalid("missing", "/" + name, "an assertion must have it");
      }
    }
    type(assertion, "", List.of("Assertion"), noted);
    if (!isAbsent(assertion, "recipient")
        && RecipientIdentity.read(assertion.path("recipient")).isEmpty()) {
      noted.invalid("missing", "/recipient/identity", "nobody is named to whom it was awarded");
    }
    dates(assertion, at, noted);
  }

  static void ofBadgeClass(ObjectNode badge, Noted noted) {
    List<String> required =
        List.of("id", "type", "name", "description", "image", "criteria", "issuer");
    members(badge, "/badge", required, noted);
    type(badge, "/badge", List.of("BadgeClass"), noted);
  }

  static void ofIssuer(ObjectNode issuer, Noted noted) {
    members(issuer, "/badge/issuer", List.of("id", "type", "name", "url", "email"), noted);
    type(issuer, "/badge/issuer", List.of("Issuer", "Profile"), noted);
  }

  private static void members(ObjectNode object, String place, List<String> names, Noted noted) {
    for (String name : names) {
      if (isAbsent(object, name)) {
        noted.breach("missing", place + "/" + name, "the standard demands it");
      }
    }
  }

  private static boolean isAbsent(ObjectNode object, String name) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull() || value.equals(TextNode.valueOf(""));
  }

  private static void type(ObjectNode object, String place, List<String> types, Noted noted) {
    List<String> said = Lenient.of(object).texts("type");
    if (!said.isEmpty() && said.stream().noneMatch(types::contains)) {
      noted.invalid("type", place + "/type", "it says that it is something else");
    }
  }

  /** Whether it was issued by then and had not expired. */
  static void dates(ObjectNode assertion, Instant at, Noted noted) {
    Lenient read = Lenient.of(assertion);
    Instant issued = read.instant("issuedOn");
    if (issued == null && !isAbsent(assertion, "issuedOn")) {
      noted.breach("date", "/issuedOn", "not a date with a time");
    }
    if (issued != null && issued.isAfter(at)) {
      noted.invalid("not-yet-valid", "/issuedOn", "it was not yet issued then");
    }
    Instant expires = read.instant("expires");
    if (expires == null && !isAbsent(assertion, "expires")) {
      noted.unchecked("date", "/expires", "not a date with a time, so it may have expired");
    }
    if (expires != null && !expires.isAfter(at)) {
      noted.invalid("expired", "/expires", "it had expired by then");
    }
  }
}
