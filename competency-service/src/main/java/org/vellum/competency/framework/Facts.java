package org.vellum.competency.framework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a CASE object says of itself, line by line, as a page shows it. */
public final class Facts {
  private static final List<Line> DOCUMENT =
      List.of(
          new Line("description", "Description"),
          new Line("creator", "Creator"),
          new Line("publisher", "Publisher"),
          new Line("frameworkType", "Kind"),
          new Line("version", "Version"),
          new Line("adoptionStatus", "Status"),
          new Line("statusStartDate", "In force from"),
          new Line("statusEndDate", "In force until"),
          new Line("subject", "Subjects"),
          new Line("language", "Language"),
          new Line("licenseURI", "License"),
          new Line("officialSourceURL", "Official source"),
          new Line("notes", "Notes"),
          new Line("lastChangeDateTime", "Last changed"),
          new Line("uri", "Address"),
          new Line("identifier", "Identifier"));
  private static final List<Line> ITEM =
      List.of(
          new Line("abbreviatedStatement", "In short"),
          new Line("alternativeLabel", "Also called"),
          new Line("CFItemType", "Type"),
          new Line("humanCodingScheme", "Code"),
          new Line("listEnumeration", "Label in lists"),
          new Line("conceptKeywords", "Keywords"),
          new Line("subject", "Subjects"),
          new Line("educationLevel", "Education level"),
          new Line("language", "Language"),
          new Line("licenseURI", "License"),
          new Line("statusStartDate", "In force from"),
          new Line("statusEndDate", "In force until"),
          new Line("notes", "Notes"),
          new Line("lastChangeDateTime", "Last changed"),
          new Line("uri", "Address"),
          new Line("identifier", "Identifier"));

  private static final List<Line> OTHER =
      List.of(
          new Line("description", "Description"),
          new Line("licenseText", "Text of the license"),
          new Line("keywords", "Keywords"),
          new Line("hierarchyCode", "Place in the hierarchy"),
          new Line("typeCode", "Code"),
          new Line("sequenceNumber", "Place in the order"),
          new Line("CFAssociationGroupingURI", "Grouping"),
          new Line("notes", "Notes"),
          new Line("lastChangeDateTime", "Last changed"),
          new Line("uri", "Address"),
          new Line("identifier", "Identifier"));

  private Facts() {}

  private record Line(String member, String label) {}

  /**
   * One line.
   *
   * @param label what it is, for a person
   * @param text what it says
   * @param link an address to follow; empty if there is none
   */
  public record Fact(String label, String text, String link) {}

  static List<Fact> ofDocument(JsonNode document) {
    return of(document, DOCUMENT);
  }

  static List<Fact> ofItem(JsonNode item) {
    return of(item, ITEM);
  }

  /** What an association, a definition or a rubric says of itself beside its title. */
  public static List<Fact> ofOther(JsonNode object) {
    return of(object, OTHER);
  }

  private static List<Fact> of(JsonNode object, List<Line> lines) {
    List<Fact> facts = new ArrayList<>();
    for (Line line : lines) {
      JsonNode value = object.path(line.member());
      String text = text(value);
      if (!text.isBlank()) {
        facts.add(new Fact(line.label(), text, link(value)));
      }
    }
    return facts;
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(element -> texts.add(element.asText()));
      return String.join(", ", texts);
    }
    return value.isObject() ? value.path("title").asText() : value.asText();
  }

  private static String link(JsonNode value) {
    String address = value.isObject() ? value.path("uri").asText() : value.asText();
    return isWeb(address) ? address : "";
  }

  /** Whether a browser may be sent to an address that somebody else wrote. */
  public static boolean isWeb(String address) {
    return address.matches("https?://[^\\s<>\"\\\\]+");
  }
}
