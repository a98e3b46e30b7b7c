package org.vellum.credentials.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a stranger, read as far as it can be understood: a null is nothing, a single
 * value is a list of one, an IRI is an object that has only its id.
 */
public final class Lenient {
  private final JsonNode node;

  private Lenient(JsonNode node) {
    this.node = node;
  }

  /** Reads this; what is no object and no text has no members. */
  public static Lenient of(JsonNode node) {
    return node.isTextual()
        ? new Lenient(JsonNodeFactory.instance.objectNode().put("id", node.asText()))
        : new Lenient(node);
  }

  /** Whether it has any member. */
  public boolean isPresent() {
    return node.isObject() && !node.isEmpty();
  }

  /** The text of a scalar member; null if there is none or it is empty. */
  public @Nullable String text(String name) {
    JsonNode value = single(node.path(name));
    boolean scalar = value.isValueNode() && !value.isNull() && !value.asText().isEmpty();
    return scalar ? value.asText() : null;
  }

  /** The text of a scalar member, or something else. */
  public String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  /** A truth value; false if there is none. */
  public boolean isTrue(String name) {
    return node.path(name).asBoolean(false);
  }

  /** A number, also one written as a text. */
  public @Nullable BigDecimal number(String name) {
    String text = text(name);
    if (text == null || text.length() > 30) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * A moment: RFC 3339, without a zone (read as UTC), a date alone, or the seconds since 1970 that
   * Open Badges 1.x allowed.
   */
  public @Nullable Instant instant(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      if (text.matches("\\d{1,11}")) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
      return zoned
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The day of a moment in UTC. */
  public @Nullable LocalDate date(String name) {
    Instant instant = instant(name);
    return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** A member that is an object or an IRI; without members if it is absent. */
  public Lenient object(String name) {
    return of(single(node.path(name)));
  }

  /** The objects or IRIs of a member. */
  public List<Lenient> list(String name) {
    return items(name).stream().map(Lenient::of).filter(Lenient::isPresent).toList();
  }

  /** The texts of a member. */
  public List<String> texts(String name) {
    return items(name).stream()
        .filter(JsonNode::isValueNode)
        .filter(item -> !item.isNull())
        .map(JsonNode::asText)
        .toList();
  }

  /** The objects of a member, as they are. */
  public List<ObjectNode> nodes(String name) {
    return items(name).stream().filter(JsonNode::isObject).map(ObjectNode.class::cast).toList();
  }

  private List<JsonNode> items(String name) {
    List<JsonNode> items = new ArrayList<>();
    JsonNode value = node.path(name);
    if (value.isArray()) {
      value.forEach(items::add);
    } else if (!value.isMissingNode() && !value.isNull()) {
      items.add(value);
    }
    return items;
  }

  private static JsonNode single(JsonNode value) {
    return value.isArray() && !value.isEmpty() ? value.get(0) : value;
  }
}
