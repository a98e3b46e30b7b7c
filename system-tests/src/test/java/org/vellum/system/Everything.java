package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** A small framework that has something of every class of CASE. */
final class Everything {
  private static final String DOCUMENT = id("document");

  private Everything() {}

  /** The identifiers by which a stranger asks each operation. */
  static String identifier(String path) {
    return switch (path) {
      case "/CFDocuments/{sourcedId}", "/CFPackages/{sourcedId}" -> DOCUMENT;
      case "/CFItems/{sourcedId}", "/CFItemAssociations/{sourcedId}" -> id("item 1");
      case "/CFAssociations/{sourcedId}" -> id("association 1");
      case "/CFAssociationGroupings/{sourcedId}" -> id("grouping");
      case "/CFConcepts/{sourcedId}" -> id("concept");
      case "/CFSubjects/{sourcedId}" -> id("subject");
      case "/CFItemTypes/{sourcedId}" -> id("type");
      case "/CFLicenses/{sourcedId}" -> id("license");
      case "/CFRubrics/{sourcedId}" -> id("rubric");
      default -> throw new AssertionError("an operation that nobody tests: " + path);
    };
  }

  static String id(String name) {
    return UUID.nameUUIDFromBytes(("case service " + name).getBytes(UTF_8)).toString();
  }

  /** A small framework that has something of everything. */
  static String framework() {
    String time = "\"lastChangeDateTime\": \"2026-05-01T12:00:00Z\"";
    return """
    {"CFDocument": {"identifier": "%s", "creator": "Tester", "title": "CASE of everything",
       "version": "7", "subject": ["Testing"], TIME},
     "CFItems": [{"identifier": "%s", "fullStatement": "First", TIME},
       {"identifier": "%s", "fullStatement": "Second", TIME}],
     "CFAssociations": [{"identifier": "%s", "associationType": "ext:tests",
       "originNodeURI": {"title": "First", "identifier": "%s"},
       "destinationNodeURI": {"title": "Second", "identifier": "%s"}, TIME}],
     "CFDefinitions": {
       "CFConcepts": [{"identifier": "%s", "title": "Concept", "hierarchyCode": "1", TIME}],
       "CFSubjects": [{"identifier": "%s", "title": "Subject", "hierarchyCode": "1", TIME}],
       "CFItemTypes": [{"identifier": "%s", "title": "Type", "description": "A type",
         "hierarchyCode": "1", TIME}],
       "CFLicenses": [{"identifier": "%s", "title": "License", "licenseText": "Free", TIME}],
       "CFAssociationGroupings": [{"identifier": "%s", "title": "Grouping", TIME}]},
     "CFRubrics": [{"identifier": "%s", "title": "Rubric", TIME}]}
    """
        .replace("TIME", time)
        .formatted(
            DOCUMENT,
            id("item 1"),
            id("item 2"),
            id("association 1"),
            id("item 1"),
            id("item 2"),
            id("concept"),
            id("subject"),
            id("type"),
            id("license"),
            id("grouping"),
            id("rubric"));
  }
}
