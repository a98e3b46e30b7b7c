package org.vellum.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The JSON Schemas of the standards, as judges of what is emitted. */
public final class PublishedSchemas {
  private PublishedSchemas() {}

  /** What a schema of the draft that the newer standards use finds wrong; formats are checked. */
  public static List<Error> errors(String file, JsonNode document) {
    return errors(SpecificationVersion.DRAFT_2019_09, StandardsFiles.json(file), document);
  }

  /** What a schema of an older draft finds wrong. */
  public static List<Error> errors(
      SpecificationVersion version, JsonNode published, JsonNode document) {
    Schema schema = SchemaRegistry.withDefaultDialect(version).getSchema(published);
    return schema.validate(
        document,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  /** Every {@code Type.member} that the schema gives to its types. */
  public static Set<String> members(JsonNode schema) {
    Set<String> members = new HashSet<>();
    schema
        .path("$defs")
        .properties()
        .forEach(type ->
            type.getValue()
                .path("properties")
                .fieldNames()
                .forEachRemaining(name -> members.add(type.getKey() + "." + name)));
    return members;
  }

  /**
   * Every {@code Type.member} that a document has, told by walking the schema along with it.
   *
   * @param type what the document is; its own members stand at the root of the schema
   */
  public static Set<String> used(JsonNode schema, String type, JsonNode document) {
    Set<String> used = new HashSet<>();
    walk(schema, type, schema, document, used);
    return used;
  }

  private static void walk(
      JsonNode root, String type, JsonNode definition, JsonNode object, Set<String> used) {
    object
        .properties()
        .forEach(member -> {
          JsonNode property = definition.path("properties").path(member.getKey());
          if (!property.isMissingNode()) {
            used.add(type + "." + member.getKey());
            values(root, property, member.getValue(), used);
          }
        });
  }

  private static void values(JsonNode root, JsonNode property, JsonNode value, Set<String> used) {
    if (value.isArray()) {
      value.forEach(item -> values(root, property, item, used));
    } else if (value.isObject()) {
      property.findValuesAsText("$ref").stream()
          .map(ref -> ref.replace("#/$defs/", ""))
          .map(name -> name.equals("ProfileRef") ? "Profile" : name)
          .distinct()
          .forEach(name -> walk(root, name, root.path("$defs").path(name), value, used));
    }
  }
}
