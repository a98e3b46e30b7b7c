package org.vellum.competency.framework.caseservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.SharedData;

/** The official JSON schemas of CASE 1.1, where they are present. */
final class Schemas11 {
  private final Path folder = SharedData.path("case/schema-1.1");
  private final Map<String, Schema> schemas = new HashMap<>();

  /** Fails unless the object is what the official schema of this class wants. */
  void accepts(String schemaName, JsonNode object) {
    assertThat(
            schemas
                .computeIfAbsent(schemaName, this::read)
                .validate(
                    object,
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as(
            "%s: %s",
            schemaName, object.toString().substring(0, Math.min(300, object.toString().length())))
        .isEmpty();
  }

  private Schema read(String schemaName) {
    try {
      Path file = folder.resolve("case_v1p1_" + schemaName + "-jsonschema1.json");
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
          .getSchema(Json.mapper().readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
