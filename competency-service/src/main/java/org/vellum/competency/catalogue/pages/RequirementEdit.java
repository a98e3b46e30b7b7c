package org.vellum.competency.catalogue.pages;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.catalogue.change.ChangeRequirements;
import org.vellum.competency.catalogue.change.Findings;

/** Single steps by which a page changes the JSON of requirements. */
final class RequirementEdit {
  private static final List<String> GROUPS = List.of("allOf", "nOf", "creditsFrom");

  private RequirementEdit() {}

  /** Puts a node into the group at a place. */
  static ChangeRequirements.Change add(@Nullable String group, ObjectNode node) {
    return (now, findings) -> {
      Optional<ArrayNode> members = at(now, group).flatMap(RequirementEdit::members);
      if (members.isPresent()) {
        members.get().add(node);
      } else {
        missing(group, findings);
      }
      return now;
    };
  }

  /** Takes away the node at a place; with the root of a tree, the requirements of its period. */
  static ChangeRequirements.Change remove(@Nullable String pointer) {
    return (now, findings) -> {
      Optional<JsonPointer> place = parsed(pointer);
      Optional<JsonPointer> head = place.map(JsonPointer::head);
      Optional<JsonNode> parent = head.map(now::at);
      if (parent.isPresent() && parent.get() instanceof ArrayNode array) {
        int index = place.get().last().getMatchingIndex();
        if (array.has(index)) {
          array.remove(index);
          return now;
        }
      }
      if (parent.isPresent() && place.get().last().matchesProperty("requirement")) {
        int index = place.get().getMatchingIndex();
        if (now.has(index)) {
          ((ArrayNode) now).remove(index);
          return now;
        }
      }
      missing(pointer, findings);
      return now;
    };
  }

  /**
   * Begins a period: with the requirements in force until then as its first draft, which end on its
   * first day; or with an empty group.
   *
   * @param from its first day; empty for ever since
   */
  static ChangeRequirements.Change begin(@Nullable String from) {
    return (now, findings) -> {
      ArrayNode periods = (ArrayNode) now;
      ObjectNode next = JsonNodeFactory.instance.objectNode();
      if (from != null && !from.isBlank()) {
        next.put("from", from.strip());
      }
      Optional<ObjectNode> last = before(periods, next.path("from").asText());
      if (last.isPresent()) {
        next.set("requirement", last.get().get("requirement").deepCopy());
        Optional.ofNullable(last.get().get("to")).ifPresent(to -> next.set("to", to));
        last.get().put("to", next.path("from").asText());
      } else {
        next.putObject("requirement").putArray("allOf");
      }
      periods.add(next);
      return now;
    };
  }

  /** Those that hold on the day before: days of our JSON are in the order of their texts. */
  private static Optional<ObjectNode> before(ArrayNode periods, String day) {
    for (JsonNode period : periods) {
      boolean begun = period.path("from").asText().compareTo(day) < 0;
      boolean lasts = !period.has("to") || period.path("to").asText().compareTo(day) > 0;
      if (!day.isEmpty() && begun && lasts) {
        return Optional.of((ObjectNode) period);
      }
    }
    return Optional.empty();
  }

  private static void missing(@Nullable String pointer, Findings findings) {
    findings.error(
        "requirement-gone", pointer == null ? "" : pointer, "there is no such group any more");
  }

  private static Optional<JsonNode> at(JsonNode now, @Nullable String pointer) {
    return parsed(pointer).map(now::at).filter(node -> !node.isMissingNode());
  }

  private static Optional<ArrayNode> members(JsonNode group) {
    return GROUPS.stream()
        .map(group::get)
        .filter(ArrayNode.class::isInstance)
        .map(ArrayNode.class::cast)
        .findFirst();
  }

  private static Optional<JsonPointer> parsed(@Nullable String pointer) {
    try {
      return Optional.ofNullable(pointer)
          .filter(text -> text.length() > 1 && text.length() <= 1_000)
          .map(JsonPointer::compile);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
