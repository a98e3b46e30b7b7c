package org.vellum.search.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vellum.platform.json.Json;
import org.vellum.search.index.Facet;
import org.vellum.search.index.FoundPerson;
import org.vellum.search.index.Reason;
import org.vellum.search.profile.ProfileView;

/** The description of the interface against the resource itself. */
class ApiDescriptionTest {

  private static JsonNode description() throws Exception {
    try (InputStream in = PeopleApiResource.class.getResourceAsStream("openapi.json")) {
      return Json.mapper().readTree(Objects.requireNonNull(in));
    }
  }

  @Test
  void it_tells_every_address_with_its_parameters() throws Exception {
    Map<String, Set<String>> real = new TreeMap<>();
    for (Method method : PeopleApiResource.class.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Path.class)) {
        real.put(
            "/" + method.getAnnotation(Path.class).value(),
            Arrays.stream(method.getParameters())
                .map(ApiDescriptionTest::name)
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
    Map<String, Set<String>> told = new TreeMap<>();
    description()
        .get("paths")
        .properties()
        .forEach(path -> {
          if (path.getKey().startsWith("/saved")) {
            return; // of another resource, with a test of its own
          }
          Set<String> parameters = new TreeSet<>();
          path.getValue()
              .at("/get/parameters")
              .forEach(each -> parameters.add(each.get("name").asText()));
          told.put(path.getKey(), parameters);
        });
    assertThat(told).isEqualTo(real);
  }

  private static String name(Parameter parameter) {
    return parameter.isAnnotationPresent(QueryParam.class)
        ? parameter.getAnnotation(QueryParam.class).value()
        : parameter.getAnnotation(PathParam.class).value();
  }

  @Test
  void it_tells_every_field_of_an_answer() throws Exception {
    JsonNode schemas = description().at("/components/schemas");
    Map.of(
            "People", PeopleApiResource.People.class,
            "Person", FoundPerson.class,
            "Reason", Reason.class,
            "Facet", Facet.class,
            "Profile", ProfileView.class)
        .forEach((name, type) -> {
          Set<String> fields =
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getName)
                  .collect(Collectors.toSet());
          assertThat(schemas.get(name).get("properties").properties())
              .as(name)
              .extracting(Map.Entry::getKey)
              .containsExactlyInAnyOrderElementsOf(fields);
        });
  }
}
