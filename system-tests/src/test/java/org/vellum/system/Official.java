package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
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
}
