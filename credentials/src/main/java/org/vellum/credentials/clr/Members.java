package org.vellum.credentials.clr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.record.Loss;

/**
 * The members of one object of a document. What was not asked for until {@link #rest} is a loss, so
 * that nothing can be forgotten in silence.
 */
final class Members {
  private static final Set<String> FORM = Set.of("@context", "type", "proof");

  private final JsonNode node;
  private final Pointer place;
  private final List<Loss> losses;
  private final Set<String> taken = new HashSet<>(FORM);

  Members(JsonNode node, Pointer place, List<Loss> losses) {
    this.node = node;
    this.place = place;
    this.losses = losses;
  }

  boolean present() {
    return node.isObject();
  }

  boolean isOf(String type) {
    return types().contains(type);
  }

  List<String> types() {
    return items(node.path("type")).stream().map(JsonNode::asText).toList();
  }

  void lost(String name, String why) {
    losses.add(new Loss(place.child(name).toString(), name, why));
  }

  /** Notes all members that nobody asked for. */
  void rest() {
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      if (!taken.contains(each.getKey()) && !each.getValue().isNull()) {
        lost(each.getKey(), "the record has no place for it");
      }
    }
  }

  private JsonNode take(String name) {
    taken.add(name);
    JsonNode value = node.path(name);
    return value.isNull() ? MissingNode.getInstance() : value;
  }

  /** The value itself, if it is a text, an id of an object, or one language of several. */
  @Nullable String text(String name) {
    JsonNode value = take(name);
    if (value.isArray() && value.size() == 1) {
      value = value.get(0);
    }
    if (value.isValueNode()) {
      return value.asText();
    }
    if (value instanceof ObjectNode map && !map.isEmpty()) {
      JsonNode chosen =
          map.has("@value")
              ? map.path("@value")
              : map.has("en") ? map.path("en") : map.iterator().next();
      if (chosen.isValueNode()) {
        if (map.size() > 1) {
          lost(name, "one of its languages was taken");
        }
        return chosen.asText();
      }
    }
    if (!value.isMissingNode()) {
      lost(name, "not a text");
    }
    return null;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : items(take(name))) {
      if (each.isValueNode()) {
        texts.add(each.asText());
      } else {
        lost(name, "one of its values is not a text");
      }
    }
    return texts;
  }

  @Nullable BigDecimal number(String name) {
    JsonNode value = take(name);
    if (value.isMissingNode()) {
      return null;
    }
    try {
      if (value.isValueNode()) {
        return value.isNumber() ? value.decimalValue() : new BigDecimal(value.asText());
      }
    } catch (NumberFormatException e) {
      lost(name, "not a number");
      return null;
    }
    lost(name, "not a number");
    return null;
  }

  /** A time; without a zone it means UTC (VCDM 2.0, section 4.9). */
  @Nullable Instant time(String name) {
    LocalTime found = read(name);
    return found == null ? null : found.instant();
  }

  /** The day of a time, in the zone in which it was written. */
  @Nullable LocalDate day(String name) {
    LocalTime found = read(name);
    return found == null ? null : found.day();
  }

  private record LocalTime(Instant instant, LocalDate day) {}

  private @Nullable LocalTime read(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      if (text.length() == 10) {
        LocalDate day = LocalDate.parse(text);
        return new LocalTime(day.atStartOfDay(ZoneOffset.UTC).toInstant(), day);
      }
      if (text.matches(".*T.*(Z|z|[+-]\\d\\d:?\\d\\d)")) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        return new LocalTime(time.toInstant(), time.toLocalDate());
      }
      LocalDateTime time = LocalDateTime.parse(text);
      return new LocalTime(time.toInstant(ZoneOffset.UTC), time.toLocalDate());
    } catch (DateTimeException e) {
      lost(name, "not a time");
      return null;
    }
  }

  /** An object, or one of a single item's array; others of the array are lost. */
  Members object(String name) {
    JsonNode value = take(name);
    if (value.isArray()) {
      if (value.size() > 1) {
        lost(name, "only the first of several is read");
      }
      return new Members(value.path(0), place.child(name).child(0), losses);
    }
    return new Members(value, place.child(name), losses);
  }

  List<Members> objects(String name) {
    JsonNode value = take(name);
    List<Members> objects = new ArrayList<>();
    for (int i = 0; i < items(value).size(); i++) {
      Pointer at = value.isArray() ? place.child(name).child(i) : place.child(name);
      JsonNode each = items(value).get(i);
      if (each.isObject()) {
        objects.add(new Members(each, at, losses));
      } else {
        losses.add(new Loss(at.toString(), name, "not an object"));
      }
    }
    return objects;
  }

  /** The text that stands where an object might, such as an issuer's URI. */
  @Nullable String reference(String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? value.asText() : null;
  }

  String digest() {
    return java.util
        .UUID
        .nameUUIDFromBytes(node.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private static List<JsonNode> items(JsonNode value) {
    if (value.isMissingNode()) {
      return List.of();
    }
    return value.isArray() ? value.valueStream().toList() : List.of(value);
  }
}
