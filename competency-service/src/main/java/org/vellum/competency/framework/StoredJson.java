package org.vellum.competency.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.vellum.platform.json.Json;

/** Reads JSON that we stored ourselves, and which therefore is JSON. */
public final class StoredJson {
  private StoredJson() {}

  /** The value of a JSON text. */
  public static JsonNode read(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
