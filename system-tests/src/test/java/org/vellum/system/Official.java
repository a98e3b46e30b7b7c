package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vellum.testsupport.SharedData;

/** The standards' own schemas, for what comes over the wire. */
final class Official {
  private static final String GRADEBOOK =
      "oneroster-1.2/openapi/onerosterv1p2gradebookservice_openapi3_v1p0.json";

  private Official() {}

  /** Fails unless the body is what the gradebook's OpenAPI document of OneRoster 1.2 says. */
  static void oneRoster(String schema, String body) throws Exception {
    String openApi =
        Files.readString(SharedData.path(GRADEBOOK))
            .replace("#/components/schemas/", "#/definitions/");
    ObjectNode wrapped = Wire.MAPPER.createObjectNode();
    wrapped.putArray("allOf").addObject().put("$ref", "#/definitions/" + schema);
    wrapped.set("definitions", Wire.MAPPER.readTree(openApi).at("/components/schemas"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(wrapped.toString())
                .validate(body, InputFormat.JSON))
        .as(body)
        .isEmpty();
  }

  /** Fails unless the credential is what this official JSON schema says. */
  static void credential(String schema, JsonNode credential) throws Exception {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(Wire.MAPPER.readTree(Files.readAllBytes(SharedData.path(schema))))
                .validate(
                    credential,
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as(schema)
        .isEmpty();
  }

  /** Fails unless the body is what the JSON schema of CASE 1.1 for this class says. */
  static void case11(String name, String body) throws Exception {
    JsonNode schema =
        Wire.MAPPER.readTree(
            Files.readAllBytes(
                SharedData.path("case/schema-1.1/case_v1p1_" + name + "-jsonschema1.json")));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schema)
                .validate(
                    body,
                    InputFormat.JSON,
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as(name)
        .isEmpty();
  }

  /** The operations of the official OpenAPI document of a version of CASE: by path, the GET. */
  static Map<String, JsonNode> caseOperations(String version) throws Exception {
    Map<String, JsonNode> operations = new TreeMap<>();
    openApi(version)
        .path("paths")
        .properties()
        .forEach(path -> operations.put(path.getKey(), path.getValue().path("get")));
    return operations;
  }

  /** Fails unless the body is what the OpenAPI document of the version wants of an answer. */
  static void answer(String version, JsonNode response, String body) throws Exception {
    String reference = response.findValue("$ref").textValue();
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    if (version.equals("v1p1")) {
      case11(name.replaceAll("DType$", "").toLowerCase(Locale.ROOT), body);
    } else {
      case10(name, body);
    }
  }

  private static void case10(String name, String body) throws Exception {
    ObjectNode root = Wire.MAPPER.createObjectNode().put("$ref", "#/definitions/" + name);
    ObjectNode definitions = (ObjectNode) openApi("v1p0").path("definitions");
    definitions.forEach(schema -> joined((ObjectNode) schema, definitions));
    root.set("definitions", definitions);
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(root.toString())
                .validate(body, InputFormat.JSON))
        .as(name)
        .isEmpty();
  }

  /**
   * In 1.0 a CFDocument must be both what stands in a package, which has no other members, and what
   * has one more: nothing can be both (a defect of the document). What was meant is the sum.
   */
  private static void joined(ObjectNode schema, JsonNode definitions) {
    JsonNode parts = schema.remove("allOf");
    if (parts != null) {
      String base = parts.at("/0/$ref").asText();
      JsonNode other = definitions.path(base.substring(base.lastIndexOf('/') + 1));
      ObjectNode properties = other.path("properties").deepCopy();
      properties.setAll((ObjectNode) parts.at("/1/properties"));
      schema.set("properties", properties);
      ArrayNode required = other.path("required").deepCopy();
      parts.at("/1/required").forEach(required::add);
      schema.set("required", required);
      schema.put("additionalProperties", false);
    }
  }

  private static JsonNode openApi(String version) throws Exception {
    return Wire.MAPPER.readTree(
        Files.readAllBytes(
            SharedData.path(
                version.equals("v1p0")
                    ? "case/openapi-1.0/case-v1p0-swagger.json"
                    : "case/openapi-1.1/imscasev1p1_openapi3_3.0.0_extracted.json")));
  }
}
