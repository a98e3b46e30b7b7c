package org.vellum.competency.framework.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vellum.competency.framework.AdoptionStatus;

/** What a framework's document says once a package of its publisher is merged in. */
final class MergedDocument {
  private static final List<String> STATUS =
      List.of("adoptionStatus", "statusStartDate", "statusEndDate");

  private MergedDocument() {}

  /**
   * The publisher's document; but what is in force here stays in force, though its publisher should
   * call it a draft, because records rest on it.
   *
   * @param here the document as it is served
   * @param draft whether the framework here is a draft
   * @param given the document of the package in strict form, which is changed
   */
  static ObjectNode of(JsonNode here, boolean draft, ObjectNode given) {
    if (given.has("adoptionStatus")) {
      given.put("adoptionStatus", AdoptionStatus.current(given.path("adoptionStatus").asText()));
    }
    if (!draft && AdoptionStatus.isDraft(given.path("adoptionStatus").asText())) {
      for (String member : STATUS) {
        if (here.has(member)) {
          given.set(member, here.path(member));
        } else {
          given.remove(member);
        }
      }
    }
    return given;
  }
}
