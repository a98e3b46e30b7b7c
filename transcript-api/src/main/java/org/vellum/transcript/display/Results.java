package org.vellum.transcript.display;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Puts a result and what its description says of it into words (Open Badges 3.0, Result). */
final class Results {
  private Results() {}

  static String text(JsonNode result, JsonNode achievement) {
    JsonNode description =
        withId(achievement.path("resultDescription"), result, "resultDescription");
    JsonNode level = withId(description.path("rubricCriterionLevel"), result, "achievedLevel");
    String name = Nodes.text(description, "name");
    String value =
        Stream.of(
                Nodes.text(level, "name"),
                Nodes.text(result, "value"),
                Nodes.text(result, "status"))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    String highest = Nodes.text(description, "valueMax");
    String of = highest.isEmpty() || Nodes.text(result, "value").isEmpty() ? "" : " of " + highest;
    return name.isEmpty() ? value + of : name + ": " + value + of;
  }

  private static JsonNode withId(JsonNode list, JsonNode from, String member) {
    String id = Nodes.text(from, member);
    return StreamSupport.stream(list.spliterator(), false)
        .filter(item -> Objects.equals(Nodes.text(item, "id"), id))
        .findFirst()
        .orElseGet(() -> list.path("absent"));
  }
}
