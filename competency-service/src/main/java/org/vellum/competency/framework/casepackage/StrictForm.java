package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * Forms an object as CASE 1.1 wants it inside a package: members that the schema knows, in the
 * shape that it wants, with what is required derived where it is missing. What was received is not
 * changed; whatever is adjusted or left out is reported.
 */
final class StrictForm {
  private final Links links;
  private final PackageIndex index;
  private final Findings findings;

  StrictForm(Links links, PackageIndex index, Findings findings) {
    this.links = links;
    this.index = index;
    this.findings = findings;
  }

  /**
   * The object in strict form. It lacks a required member only where an error was reported.
   *
   * @param place JSON pointer of the object
   */
  ObjectNode of(CaseClass type, ObjectNode received, String place) {
    ObjectNode strict = JsonNodeFactory.instance.objectNode();
    for (Member member : type.members()) {
      put(member, type, received, strict, place + "/" + member.name());
    }
    for (String name : (Iterable<String>) received::fieldNames) {
      if (!type.knows(name)) {
        findings.note(
            "unknown-member",
            place + "/" + Pointer.escape(name),
            "CASE does not know this member; it is kept, but not served.");
      }
    }
    return strict;
  }

  private void put(
      Member member, CaseClass type, ObjectNode received, ObjectNode strict, String place) {
    JsonNode value = received.path(member.name());
    if (value.isMissingNode() || value.isNull()) {
      if (member.need() == Member.Need.REQUIRED) {
        findings.error("missing-member", place, "CASE requires the member " + member.name() + ".");
      } else if (member.need() == Member.Need.DERIVED) {
        findings.warning(
            "missing-member", place, member.name() + " is missing; it is derived when served.");
        derive(member, type, strict);
      }
      return;
    }
    fit(member, type, value, strict, place)
        .ifPresentOrElse(
            fitted -> take(member, value, fitted, strict, place),
            () -> refuse(member, type, strict, place));
  }

  private void take(
      Member member, JsonNode value, JsonNode fitted, ObjectNode strict, String place) {
    strict.set(member.name(), fitted);
    boolean form = member.shape() != Shape.ADDRESS && !member.shape().isStructure();
    if (form && !fitted.equals(value)) {
      findings.warning("adjusted", place, "The value is served in the form that CASE wants.");
    }
    if (value.isArray() && fitted.size() < value.size()) {
      findings.warning("not-valid", place, "Not every value of the list can be served.");
    }
    int length = fitted.isTextual() ? fitted.textValue().length() : longest(fitted);
    if (length > member.advisedLength()) {
      findings.warning(
          "longer-than-advised",
          place,
          "CASE advises at most " + member.advisedLength() + " characters; these are " + length);
    }
  }

  private static int longest(JsonNode array) {
    int longest = 0;
    for (JsonNode element : array) {
      longest = Math.max(longest, element.asText().length());
    }
    return longest;
  }

  private void refuse(Member member, CaseClass type, ObjectNode strict, String place) {
    String message = "The value of " + member.name() + " is not what CASE wants";
    switch (member.need()) {
      case REQUIRED -> findings.error("not-valid", place, message + ".");
      case DERIVED -> {
        findings.warning("not-valid", place, message + "; it is derived when served.");
        derive(member, type, strict);
      }
      case OPTIONAL ->
          findings.warning("not-valid", place, message + "; it is kept, but not served.");
    }
  }

  private Optional<JsonNode> fit(
      Member member, CaseClass type, JsonNode value, ObjectNode strict, String place) {
    return switch (member.shape()) {
      case TEXT -> Values.text(value);
      case TEXTS -> Values.texts(value);
      case IDENTIFIER -> Values.identifier(value);
      case DATE -> Values.date(value);
      case TIME -> Values.time(value);
      case WHOLE_NUMBER -> Values.wholeNumber(value);
      case NUMBER -> Values.number(value);
      case ASSOCIATION_TYPE -> Values.associationType(value);
      case CASE_VERSION -> Values.caseVersion(value);
      case EXTENSIONS -> Optional.of(value).filter(JsonNode::isObject);
      case EXTENSION_LIST -> Values.objects(value);
      case ADDRESS ->
          links.canonical(type, identifier(strict), value.asText()).map(Values::textNode);
      case LINK -> links.link(value, member.target(), place);
      case LINKS -> links.links(value, member.target(), place);
      case NODE -> links.node(value);
      case CRITERIA -> nested(CaseClass.CRITERION, value, place);
      case LEVELS -> nested(CaseClass.LEVEL, value, place);
    };
  }

  private Optional<JsonNode> nested(CaseClass type, JsonNode value, String place) {
    if (!value.isArray()) {
      return Optional.empty();
    }
    var formed = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < value.size(); i++) {
      if (value.path(i) instanceof ObjectNode object) {
        formed.add(of(type, object, place + "/" + i));
      } else {
        findings.error("wrong-shape", place + "/" + i, "This should be a JSON object.");
      }
    }
    return Optional.of(formed);
  }

  private void derive(Member member, CaseClass type, ObjectNode strict) {
    switch (member.name()) {
      case "uri" -> strict.put("uri", links.own(type, identifier(strict)));
      case "lastChangeDateTime" -> strict.put("lastChangeDateTime", index.documentChange());
      case "licenseText" -> strict.put("licenseText", first(strict, "description", "title"));
      case "description" -> strict.put("description", first(strict, "title"));
      case "hierarchyCode" -> strict.put("hierarchyCode", first(strict, "title"));
      default -> throw new IllegalStateException("nothing says how to derive " + member);
    }
  }

  private static String first(ObjectNode strict, String... names) {
    for (String name : names) {
      if (strict.has(name)) {
        return strict.path(name).textValue();
      }
    }
    return "";
  }

  private static Optional<UUID> identifier(ObjectNode strict) {
    return CaseIdentifier.parse(strict.path("identifier").asText());
  }
}
