package org.vellum.competency.framework.spreadsheet;

import java.util.List;
import java.util.Map;
import org.vellum.competency.framework.casepackage.CaseClass;

/** The example in the form to fill in. */
final class Template {
  private Template() {}

  static List<Map<String, String>> rows(CaseClass type) {
    return switch (type) {
      case DOCUMENT ->
          List.of(
              Map.of(
                  "title", "Name of the framework",
                  "creator", "Who made it",
                  "description", "One framework a file. A blank identifier is given by the import.",
                  "language", "en-US",
                  "version", "1",
                  "adoptionStatus", "Draft"));
      case ITEM ->
          List.of(
              Map.of(
                  "humanCodingScheme", "A",
                  "fullStatement", "Communicates",
                  "CFItemType", "Domain"),
              Map.of(
                  "humanCodingScheme", "A.1",
                  "fullStatement", "Explains a decision to people who were not there",
                  "CFItemType", "Competency",
                  "conceptKeywords", "writing|speaking",
                  "parent", "A"));
      default -> List.of();
    };
  }
}
