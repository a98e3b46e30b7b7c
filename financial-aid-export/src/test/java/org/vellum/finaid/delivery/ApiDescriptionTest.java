package org.vellum.finaid.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.run.RunFailure;
import org.vellum.finaid.run.RunProfile;
import org.vellum.finaid.run.RunStatus;
import org.vellum.platform.security.Scopes;

/** The description of the interface against the resources themselves. */
class ApiDescriptionTest {
  private static final List<Class<?>> RESOURCES =
      List.of(ApiResource.class, ChangesResource.class, RunsResource.class);

  private static JsonNode description() {
    try (InputStream in = ApiResource.class.getResourceAsStream("openapi.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What a method is, as one line: verb, path, scopes, parameters. */
  private static String line(Class<?> resource, Method method) {
    String verb = verb(method);
    String path =
        resource.getAnnotation(Path.class).value()
            + (method.isAnnotationPresent(Path.class)
                ? "/" + method.getAnnotation(Path.class).value()
                : "");
    Set<String> parameters = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      named(parameter).ifPresent(parameters::add);
    }
    String scopes =
        method.isAnnotationPresent(PermitAll.class)
            ? "[]"
            : Arrays.toString(method.getAnnotation(Scopes.class).value());
    return verb
        + " "
        + path.replace("/api", "").replace(": .+", "")
        + " "
        + scopes
        + " "
        + parameters;
  }

  private static String verb(Method method) {
    for (Class<? extends Annotation> verb : List.of(GET.class, POST.class, DELETE.class)) {
      if (method.isAnnotationPresent(verb)) {
        return verb.getSimpleName();
      }
    }
    return "";
  }

  private static Optional<String> named(Parameter parameter) {
    if (parameter.isAnnotationPresent(PathParam.class)) {
      return Optional.of(parameter.getAnnotation(PathParam.class).value());
    }
    if (parameter.isAnnotationPresent(QueryParam.class)) {
      return Optional.of(parameter.getAnnotation(QueryParam.class).value());
    }
    return Optional.ofNullable(parameter.getAnnotation(HeaderParam.class)).map(HeaderParam::value);
  }

  @Test
  void every_operation_is_described_with_its_scope_and_parameters_and_no_other() {
    Set<String> inCode = new TreeSet<>();
    for (Class<?> resource : RESOURCES) {
      for (Method method : resource.getDeclaredMethods()) {
        if (!verb(method).isEmpty()) {
          inCode.add(line(resource, method));
        }
      }
    }
    Set<String> described = new TreeSet<>();
    description()
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation -> {
                  if (!operation.getKey().equals("parameters")) {
                    described.add(
                        described(
                            path.getKey(),
                            path.getValue(),
                            operation.getKey(),
                            operation.getValue()));
                  }
                }));
    assertThat(described).isEqualTo(inCode);
  }

  private static String described(String path, JsonNode shared, String verb, JsonNode operation) {
    Set<String> parameters = new TreeSet<>();
    shared.path("parameters").forEach(each -> parameters.add(each.path("name").asText()));
    operation.path("parameters").forEach(each -> parameters.add(each.path("name").asText()));
    List<String> scopes = operation.path("security").findValuesAsText("oauth");
    String scope =
        operation.path("security").isEmpty()
            ? "[]"
            : "[" + operation.path("security").get(0).path("oauth").get(0).asText() + "]";
    assertThat(scopes).hasSizeLessThanOrEqualTo(1);
    return verb.toUpperCase(java.util.Locale.ROOT) + " " + path + " " + scope + " " + parameters;
  }

  @Test
  void its_codes_are_those_of_the_program() {
    JsonNode schemas = description().path("components").path("schemas");
    assertThat(texts(schemas.path("Run").path("properties").path("state")))
        .containsExactlyElementsOf(Arrays.stream(RunStatus.values()).map(Enum::name).toList());
    assertThat(texts(schemas.path("Run").path("properties").path("failure")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RunFailure.Condition.values()).map(Enum::name).toList());
    assertThat(texts(schemas.path("RunRequest").path("properties").path("profile")))
        .containsExactlyElementsOf(
            Arrays.stream(RunProfile.values()).map(RunProfile::code).toList());
  }

  private static List<String> texts(JsonNode property) {
    return property.path("enum").valueStream().map(JsonNode::asText).toList();
  }

  @Test
  void what_is_told_of_a_run_fits_its_description() throws IOException {
    RunView view =
        new RunView(
            "01890000-0000-7000-8000-00000000000a",
            "FULL",
            "standard",
            "COMPLETED",
            "",
            100,
            Instant.EPOCH,
            Optional.of(Instant.EPOCH),
            Optional.of(Instant.EPOCH),
            Optional.empty(),
            "",
            5,
            4,
            1,
            0,
            "ab",
            Optional.of("token"),
            List.of(new RunView.FileView("student.csv", 7, "cd", Optional.of(1L))));
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    JsonNode told = mapper.valueToTree(view);
    JsonNode described = description().path("components").path("schemas").path("Run");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(described);
    assertThat(schema.validate(told)).isEmpty();
    TreeMap<String, JsonNode> properties = new TreeMap<>();
    described
        .path("properties")
        .properties()
        .forEach(each -> properties.put(each.getKey(), each.getValue()));
    told.fieldNames().forEachRemaining(name -> assertThat(properties).containsKey(name));
  }
}
