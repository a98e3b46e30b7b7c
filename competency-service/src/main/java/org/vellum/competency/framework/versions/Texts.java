package org.vellum.competency.framework.versions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vellum.platform.json.Json;

/** What a CASE object says, member by member, as a reader would compare it. */
final class Texts {
  /** These differ between any two versions. */
  private static final Set<String> OF_THE_VERSION =
      Set.of("identifier", "uri", "lastChangeDateTime", "CFDocumentURI", "CFPackageURI");

  private Texts() {}

  static Map<String, String> of(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String text = text(member.getValue());
      if (!OF_THE_VERSION.contains(member.getKey()) && !text.isBlank()) {
        texts.put(member.getKey(), text);
      }
    }
    return texts;
  }

  static JsonNode read(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(element -> texts.add(text(element)));
      return String.join("; ", texts);
    }
    if (value.isObject()) {
      return value.has("title") ? value.path("title").asText() : value.toString();
    }
    return value.asText();
  }
}
