package org.vellum.competency.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vellum.platform.json.Json;
import org.vellum.testsupport.SharedData;

/** What the official OpenAPI document of a service says. */
public final class OfficialService {
  private final JsonNode document;
  private final Map<String, Schema> schemas = new HashMap<>();

  private OfficialService(JsonNode document) {
    this.document = document;
  }

  public static OfficialService gradebook() throws IOException {
    return of("gradebook");
  }

  public static OfficialService rostering() throws IOException {
    return of("rosters");
  }

  /** Of another standard, whose document is of the same kind. */
  public static OfficialService eduApi() throws IOException {
    return at("edu-api/eduapi_v1p0_openapi3.json");
  }

  private static OfficialService of(String service) throws IOException {
    return at("oneroster-1.2/openapi/onerosterv1p2" + service + "service_openapi3_v1p0.json");
  }

  private static OfficialService at(String path) throws IOException {
    return new OfficialService(Json.mapper().readTree(Files.readString(SharedData.path(path))));
  }

  /**
   * An operation.
   *
   * @param verb its HTTP method
   * @param path its path within the service, with names in braces
   * @param schema the schema of its answer; empty if it has none
   * @param status the status of its answer when all is well
   * @param scopes the scopes of which each opens it
   */
  public record Operation(
      String verb, String path, String schema, int status, Set<String> scopes) {}

  /** All operations. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(verb ->
                    operations.add(
                        operation(
                            verb.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            verb.getValue()))));
    return operations;
  }

  private static Operation operation(String verb, String path, JsonNode said) {
    Map.Entry<String, JsonNode> good =
        said.path("responses").properties().stream()
            .filter(each -> each.getKey().startsWith("2"))
            .findFirst()
            .orElseThrow();
    JsonNode reference = good.getValue().findValue("$ref");
    Set<String> scopes = new TreeSet<>();
    said.path("security")
        .forEach(scheme -> scheme.forEach(all -> all.forEach(scope -> scopes.add(scope.asText()))));
    return new Operation(
        verb,
        path,
        reference == null ? "" : reference.asText().replaceAll(".*/", ""),
        Integer.parseInt(good.getKey()),
        scopes);
  }

  /** Fails unless the JSON is what the schema wants, formats included. */
  public void accepts(String name, JsonNode json) {
    assertThat(
            schemas
                .computeIfAbsent(name, this::compiled)
                .validate(
                    json.toString(),
                    InputFormat.JSON,
                    context ->
                        context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as("%s: %s", name, json)
        .isEmpty();
  }

  private Schema compiled(String name) {
    ObjectNode wrapped = Json.mapper().createObjectNode();
    wrapped.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + name);
    wrapped.putObject("components").set("schemas", document.at("/components/schemas"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(wrapped.toString());
  }
}
