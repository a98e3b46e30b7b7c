package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/** Our trees as the trees that titanium reads. */
final class JakartaJson {
  private static final JsonProvider JSON = JsonProvider.provider();

  private JakartaJson() {}

  static JsonObject object(JsonNode node) {
    return value(node).asJsonObject();
  }

  private static JsonValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        node.properties().forEach(entry -> object.add(entry.getKey(), value(entry.getValue())));
        yield object.build();
      }
      case ARRAY -> {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        node.forEach(item -> array.add(value(item)));
        yield array.build();
      }
      case STRING -> JSON.createValue(node.textValue());
      case BOOLEAN -> node.booleanValue() ? JsonValue.TRUE : JsonValue.FALSE;
      case NUMBER ->
          node.isIntegralNumber()
              ? JSON.createValue(node.bigIntegerValue())
              : JSON.createValue(node.decimalValue());
      case NULL -> JsonValue.NULL;
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("not JSON: " + node.getNodeType());
    };
  }
}
