package org.vellum.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vellum.platform.json.Json;
import org.vellum.search.people.PeopleApiResource;

/** What the description of the interface tells of saved searches, against the resource itself. */
class SavedApiDescriptionTest {

  private static JsonNode description() throws Exception {
    try (InputStream in = PeopleApiResource.class.getResourceAsStream("openapi.json")) {
      return Json.mapper().readTree(Objects.requireNonNull(in));
    }
  }

  @Test
  void it_tells_what_can_be_done_with_saved_searches() throws Exception {
    Set<String> real = new TreeSet<>();
    for (Method method : SavedSearchesApiResource.class.getDeclaredMethods()) {
      Arrays.stream(method.getAnnotations())
          .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
          .filter(Objects::nonNull)
          .forEach(verb -> {
            Path path = method.getAnnotation(Path.class);
            String address = path == null ? "/saved" : "/saved/" + path.value();
            real.add(verb.value().toLowerCase(Locale.ROOT) + " " + address);
          });
    }
    Set<String> told = new TreeSet<>();
    description()
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(verb -> told.add(verb.getKey() + " " + path.getKey())));
    told.removeIf(each -> !each.contains(" /saved"));
    assertThat(told).isEqualTo(real).hasSize(4);
  }

  @Test
  void it_tells_every_field() throws Exception {
    JsonNode schemas = description().at("/components/schemas");
    Map.of(
            "SearchToSave", SavedSearchesApiResource.Wanted.class,
            "SavedSearch", SavedSearchesApiResource.Saved.class,
            "NewMatch", NewMatch.class)
        .forEach((name, type) ->
            assertThat(schemas.get(name).get("properties").properties())
                .as(name)
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())));
  }
}
