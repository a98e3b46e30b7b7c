package org.vellum.competency.framework.editing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vellum.competency.framework.casepackage.CaseClass;

/**
 * A member of a CASE object (CASE 1.1, information model) as a form asks for it.
 *
 * @param name its name in JSON
 * @param label its name for people
 * @param kind how it is written
 * @param collection to what it links; empty for what is no link
 * @param hint what to write
 */
record Field(String name, String label, Kind kind, String collection, String hint) {

  /** How a member is written in a form. */
  enum Kind {
    LINE,
    TEXT,
    LIST,
    DATE,
    NUMBER,
    LINK,
    LINKS,
    ITEM,
    JSON
  }

  private static final Field DESCRIPTION = text("description", "Description", "");
  private static final Field NOTES =
      text("notes", "Notes", "Markdown and LaTeX are kept as they are.");
  private static final Field LANGUAGE = line("language", "Language", "For example en or en-US.");
  private static final Field SUBJECT = list("subject", "Subjects");
  private static final Field SUBJECT_LINKS =
      new Field("subjectURI", "Subjects of this framework", Kind.LINKS, "CFSubjects", "");
  private static final Field LICENSE =
      new Field("licenseURI", "License", Kind.LINK, "CFLicenses", "");
  private static final Field FROM =
      new Field("statusStartDate", "In force from", Kind.DATE, "", "");
  private static final Field UNTIL =
      new Field("statusEndDate", "In force until", Kind.DATE, "", "");
  private static final Field TITLE = line("title", "Title", "");
  private static final Field HIERARCHY =
      line("hierarchyCode", "Hierarchy code", "Parts with dots between, such as 1.2.");
  private static final Field EXTENSIONS =
      new Field(
          "extensions", "Extensions", Kind.JSON, "", "A JSON object with members of your own.");
  private static final Field POSITION = number("position", "Place", "A whole number.");
  private static final Map<CaseClass, List<Field>> BY_CLASS = byClass();

  /** What a form asks of an object of a class. */
  static List<Field> of(CaseClass type) {
    return BY_CLASS.getOrDefault(type, List.of());
  }

  /** What a person calls an object of a class. */
  static String noun(CaseClass type) {
    return switch (type) {
      case DOCUMENT -> "framework";
      case ITEM -> "item";
      case ASSOCIATION -> "association";
      case CONCEPT -> "concept";
      case SUBJECT -> "subject";
      case LICENSE -> "license";
      case ITEM_TYPE -> "item type";
      case ASSOCIATION_GROUPING -> "association grouping";
      case RUBRIC -> "rubric";
      case CRITERION -> "criterion";
      case LEVEL -> "level";
    };
  }

  private static Map<CaseClass, List<Field>> byClass() {
    Map<CaseClass, List<Field>> fields = new EnumMap<>(CaseClass.class);
    fields.put(CaseClass.DOCUMENT, document());
    fields.put(CaseClass.ITEM, item());
    fields.put(
        CaseClass.ASSOCIATION,
        List.of(
            number("sequenceNumber", "Order among siblings", "A whole number."),
            new Field(
                "CFAssociationGroupingURI", "Grouping", Kind.LINK, "CFAssociationGroupings", ""),
            NOTES,
            EXTENSIONS));
    fields.put(
        CaseClass.CONCEPT,
        List.of(TITLE, line("keywords", "Keywords", ""), HIERARCHY, DESCRIPTION, EXTENSIONS));
    fields.put(CaseClass.SUBJECT, List.of(TITLE, HIERARCHY, DESCRIPTION, EXTENSIONS));
    fields.put(
        CaseClass.LICENSE,
        List.of(TITLE, DESCRIPTION, text("licenseText", "Text of the license", ""), EXTENSIONS));
    fields.put(
        CaseClass.ITEM_TYPE,
        List.of(TITLE, DESCRIPTION, HIERARCHY, line("typeCode", "Code", ""), EXTENSIONS));
    fields.put(CaseClass.ASSOCIATION_GROUPING, List.of(TITLE, DESCRIPTION, EXTENSIONS));
    addRubrics(fields);
    return fields;
  }

  private static void addRubrics(Map<CaseClass, List<Field>> fields) {
    fields.put(CaseClass.RUBRIC, List.of(TITLE, DESCRIPTION, EXTENSIONS));
    fields.put(
        CaseClass.CRITERION,
        List.of(
            line("category", "Category", ""),
            DESCRIPTION,
            new Field(
                "CFItemURI", "Item", Kind.ITEM, "CFItems", "Code or identifier of what it judges."),
            number("weight", "Weight", ""),
            POSITION,
            EXTENSIONS));
    fields.put(
        CaseClass.LEVEL,
        List.of(
            line("quality", "Quality", "For example Proficient."),
            DESCRIPTION,
            number("score", "Score", ""),
            text("feedback", "Feedback", ""),
            POSITION));
  }

  private static List<Field> document() {
    List<Field> fields = new ArrayList<>();
    fields.add(TITLE);
    fields.add(line("creator", "Creator", ""));
    fields.add(line("version", "Version", "No two versions of a framework bear the same label."));
    fields.add(DESCRIPTION);
    fields.add(line("publisher", "Publisher", ""));
    fields.add(line("frameworkType", "Kind", ""));
    fields.add(line("officialSourceURL", "Official source", "An address."));
    fields.addAll(List.of(SUBJECT, SUBJECT_LINKS, LANGUAGE, LICENSE, FROM, UNTIL, NOTES));
    fields.add(line("caseVersion", "CASE version", "1.1, or nothing."));
    fields.add(EXTENSIONS);
    return List.copyOf(fields);
  }

  private static List<Field> item() {
    List<Field> fields = new ArrayList<>();
    fields.add(text("fullStatement", "Full statement", "At most 4,096 characters are advised."));
    fields.add(line("humanCodingScheme", "Code", ""));
    fields.add(line("abbreviatedStatement", "In short", ""));
    fields.add(line("alternativeLabel", "Also called", ""));
    fields.add(line("CFItemType", "Type", ""));
    fields.add(new Field("CFItemTypeURI", "Type of this framework", Kind.LINK, "CFItemTypes", ""));
    fields.add(line("listEnumeration", "Label in lists", "A label, not an order."));
    fields.add(list("conceptKeywords", "Keywords"));
    fields.add(
        new Field("conceptKeywordsURI", "Concept of this framework", Kind.LINK, "CFConcepts", ""));
    fields.addAll(List.of(SUBJECT, SUBJECT_LINKS));
    fields.add(list("educationLevel", "Education levels"));
    fields.addAll(List.of(LANGUAGE, NOTES, LICENSE, FROM, UNTIL, EXTENSIONS));
    return List.copyOf(fields);
  }

  private static Field line(String name, String label, String hint) {
    return new Field(name, label, Kind.LINE, "", hint);
  }

  private static Field text(String name, String label, String hint) {
    return new Field(name, label, Kind.TEXT, "", hint);
  }

  private static Field number(String name, String label, String hint) {
    return new Field(name, label, Kind.NUMBER, "", hint);
  }

  private static Field list(String name, String label) {
    return new Field(name, label, Kind.LIST, "", "One on each line.");
  }
}
