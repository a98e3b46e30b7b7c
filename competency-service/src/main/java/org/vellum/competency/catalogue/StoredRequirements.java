package org.vellum.competency.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.catalogue.model.Requirement;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;

/** Requirements as they are kept: in the same JSON in which they are sent, judged before. */
final class StoredRequirements {
  private StoredRequirements() {}

  static Jsonb write(List<Requirements> requirements) {
    try {
      return new Jsonb(Json.mapper().writeValueAsString(requirements));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a record of ours can be written as JSON", e);
    }
  }

  static List<Requirements> read(Jsonb stored) {
    try {
      List<Requirements> all = new ArrayList<>();
      for (JsonNode each : Json.mapper().readTree(stored.text())) {
        all.add(
            new Requirements(day(each, "from"), day(each, "to"), node(each.get("requirement"))));
      }
      return all;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }

  private static Requirement node(JsonNode json) {
    if (json.has("competency")) {
      return new Requirement.OfCompetency(
          UUID.fromString(json.get("competency").textValue()), number(json));
    }
    if (json.has("course")) {
      return new Requirement.OfCourse(json.get("course").textValue());
    }
    Optional<String> title = Optional.ofNullable(json.path("title").textValue());
    if (json.has("nOf")) {
      return new Requirement.NOf(title, json.get("n").intValue(), members(json.get("nOf")));
    }
    return json.has("creditsFrom")
        ? new Requirement.CreditsFrom(
            title, number(json).orElseThrow(), members(json.get("creditsFrom")))
        : new Requirement.AllOf(title, members(json.get("allOf")));
  }

  private static List<Requirement> members(JsonNode array) {
    List<Requirement> members = new ArrayList<>();
    array.forEach(member -> members.add(node(member)));
    return members;
  }

  private static Optional<BigDecimal> number(JsonNode json) {
    return Optional.ofNullable(json.get("credits")).map(JsonNode::decimalValue);
  }

  private static Optional<LocalDate> day(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).textValue()).map(LocalDate::parse);
  }
}
