package org.vellum.competency.evaluation.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.SharedData;

/** The schemas of the official OpenAPI document. */
final class OfficialSchema {
  private static final String OPEN_API =
      "oneroster-1.2/openapi/onerosterv1p2gradebookservice_openapi3_v1p0.json";

  private OfficialSchema() {}

  static void assertValid(String schema, JsonNode document) throws IOException {
    assertThat(errors(schema, document)).isEmpty();
  }

  static void assertInvalid(String schema, JsonNode document) throws IOException {
    assertThat(errors(schema, document)).isNotEmpty();
  }

  private static Iterable<?> errors(String schema, JsonNode document) throws IOException {
    String openApi =
        Files.readString(SharedData.path(OPEN_API))
            .replace("#/components/schemas/", "#/definitions/");
    ObjectNode wrapped = Json.mapper().createObjectNode();
    wrapped.putArray("allOf").addObject().put("$ref", "#/definitions/" + schema);
    wrapped.set("definitions", Json.mapper().readTree(openApi).at("/components/schemas"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(wrapped.toString())
        .validate(document.toString(), InputFormat.JSON);
  }
}
