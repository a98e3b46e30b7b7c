package org.vellum.competency.framework.caseservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.SharedData;

/** The official JSON schemas of CASE 1.1, where they are present. */
final class OfficialSchemas11 {
  private final Path folder = SharedData.path("case/schema-1.1");
  private final Map<String, Schema> schemas = new HashMap<>();

  /** Fails unless the object is what the official schema of this class wants. */
  void accepts(String className, JsonNode object) {
    String text = object.toString();
    assertThat(
            schemas
                .computeIfAbsent(className, this::read)
                .validate(
                    object,
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as("%s: %s", className, text.substring(0, Math.min(300, text.length())))
        .isEmpty();
  }

  private Schema read(String className) {
    try {
      String name = className.toLowerCase(Locale.ROOT);
      Path file = folder.resolve("case_v1p1_" + name + "-jsonschema1.json");
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
          .getSchema(Json.mapper().readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
