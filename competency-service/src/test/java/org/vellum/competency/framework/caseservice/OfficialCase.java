package org.vellum.competency.framework.caseservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vellum.competency.framework.casepackage.CaseVersion;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.SharedData;

/** What the official OpenAPI document of a version says. */
final class OfficialCase {
  private final CaseVersion version;
  private final ObjectNode document;
  private final Map<String, Schema> schemas = new HashMap<>();

  private OfficialCase(CaseVersion version, ObjectNode document) {
    this.version = version;
    this.document = document;
  }

  static OfficialCase of(CaseVersion version) throws IOException {
    String file =
        version == CaseVersion.V1_0
            ? "case/openapi-1.0/case-v1p0-swagger.json"
            : "case/openapi-1.1/imscasev1p1_openapi3_3.0.0_extracted.json";
    OfficialCase official =
        new OfficialCase(
            version,
            (ObjectNode) Json.mapper().readTree(Files.readAllBytes(SharedData.path(file))));
    official.schemas().forEach(OfficialCase::joined);
    return official;
  }

  /**
   * In 1.0 a CFDocument must be both what stands in a package, which has no other members, and what
   * has one more: nothing can be both (a defect of the document). What was meant is the sum.
   */
  private static void joined(JsonNode schema) {
    if (schema.path("allOf").isArray()) {
      ObjectNode sum = (ObjectNode) schema;
      ArrayNode parts = (ArrayNode) sum.remove("allOf");
      sum.put("x-joined", parts.get(0).path("$ref").asText());
      sum.set("properties", parts.get(1).path("properties"));
      sum.set("required", parts.get(1).path("required"));
      sum.put("additionalProperties", false);
    }
  }

  /** The schemas by name, as the document spells them. */
  JsonNode schemas() {
    return version == CaseVersion.V1_0
        ? document.path("definitions")
        : document.path("components").path("schemas");
  }

  /** A schema by the name of its class, with the members of what it is joined with. */
  ObjectNode schema(String className) {
    String ending = version == CaseVersion.V1_0 ? ".Type" : "DType";
    ObjectNode schema = schemas().path(className + ending).deepCopy();
    String joined = schema.path("x-joined").asText();
    if (!joined.isEmpty()) {
      JsonNode base = schemas().path(joined.substring(joined.lastIndexOf('/') + 1));
      ObjectNode properties = base.path("properties").deepCopy();
      schema.set("properties", properties.setAll((ObjectNode) schema.path("properties")));
      ArrayNode required = base.path("required").deepCopy();
      if (schema.path("required").isArray()) {
        required.addAll((ArrayNode) schema.path("required"));
      }
      schema.set("required", required);
      schema.remove("x-joined");
    }
    return schema;
  }

  /** The operations: name of the class that each answers with, by path. */
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(path -> operations.put(path.getKey(), path.getValue().path("get")));
    return operations;
  }

  /** The class with which an operation answers, when all is well. */
  static String answer(JsonNode operation) {
    JsonNode ok = operation.path("responses").path("200");
    String reference = ok.findValue("$ref").textValue();
    return reference.substring(reference.lastIndexOf('/') + 1).replaceAll("DType$|\\.Type$", "");
  }

  /** Fails unless the object is what the official schema of this class wants. */
  void accepts(String className, JsonNode object) {
    String text = object.toString();
    assertThat(
            schemas
                .computeIfAbsent(className, this::compiled)
                .validate(
                    object,
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as("%s: %s", className, text.substring(0, Math.min(300, text.length())))
        .isEmpty();
  }

  private Schema compiled(String className) {
    ObjectNode root = schema(className);
    for (String name : new String[] {"CFDocument", "CFItem", "CFAssociation"}) {
      String official = version == CaseVersion.V1_0 ? name + ".Type" : name + "DType";
      ((ObjectNode) schemas()).set(official, schema(name));
    }
    if (version == CaseVersion.V1_0) {
      root.set("definitions", schemas());
    } else {
      root.putObject("components").set("schemas", schemas());
    }
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09).getSchema(root);
  }
}
