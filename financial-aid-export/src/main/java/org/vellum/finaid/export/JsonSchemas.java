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
    standing(entity, schema);
    return schema;
  }

  /** What a record has that stands; one that was taken back has no values. */
  private static void standing(Entity entity, ObjectNode schema) {
    schema.putObject("if").putObject("properties").putObject("op").put("const", "UPSERT");
    ObjectNode values = schema.putObject("then").putObject("properties");
    for (Column column : entity.columns()) {
      if (column.required() && !Entity.isCommon(column)) {
        values.putObject(column.name()).put("type", column.type().json());
      }
    }
  }

  private static void property(Column column, ObjectNode property) {
    property.put("description", column.description());
    String type = column.type().json();
    boolean always = column.required() && Entity.isCommon(column);
    if (always) {
      property.put("type", type);
    } else {
      property.putArray("type").add(type).add("null");
    }
    switch (column.type()) {
      case CODE -> {
        ArrayNode codes = property.putArray("enum");
        column.codes().forEach(codes::add);
        if (!always) {
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
