package org.vellum.finaid.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Schema 2020-12 for the lines of an entity's NDJSON. */
final class JsonSchemas {

  private JsonSchemas() {}

  static ObjectNode of(Entity entity) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:vellum:ntpx:" + Manifest.SCHEMA_VERSION + ":" + entity.name());
    schema.put("title", entity.element());
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ArrayNode required = schema.putArray("required");
    ObjectNode properties = schema.putObject("properties");
    for (Column column : entity.columns()) {
      required.add(column.name());
      property(column, properties.putObject(column.name()));
    }
    return schema;
  }

  private static void property(Column column, ObjectNode property) {
    property.put("description", column.description());
    String type = column.type().json();
    if (column.required()) {
      property.put("type", type);
    } else {
      property.putArray("type").add(type).add("null");
    }
    switch (column.type()) {
      case CODE -> {
        ArrayNode codes = property.putArray("enum");
        column.codes().forEach(codes::add);
        if (!column.required()) {
          codes.addNull();
        }
      }
      case CODES -> property.putObject("items").put("type", "string");
      case INTEGER, BOOLEAN -> {}
      case KEY, ID, TEXT, DATE, TIMESTAMP, DECIMAL, HASH ->
          property.put("pattern", "^(?:" + column.type().pattern() + ")$");
    }
  }
}
