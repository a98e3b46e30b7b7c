package org.vellum.credentials.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object under construction. What is absent or empty is not written: Open Badges 3.0 and CLR
 * 2.0 forbid nulls and empty arrays.
 */
public final class Fields {
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  /** An object without members. */
  public static Fields empty() {
    return new Fields();
  }

  /** An object of the given types, written as an array. */
  public static Fields typed(String... types) {
    return new Fields().strings("type", List.of(types));
  }

  /** Writes a text, unless it is absent or empty. */
  public Fields put(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      node.put(name, value);
    }
    return this;
  }

  /** Writes a truth value, if there is one. */
  public Fields put(String name, @Nullable Boolean value) {
    if (value != null) {
      node.put(name, value);
    }
    return this;
  }

  /** Writes a number, if there is one. */
  public Fields put(String name, @Nullable BigDecimal value) {
    if (value != null) {
      node.put(name, value);
    }
    return this;
  }

  /** Writes an instant in UTC with {@code Z}, if there is one. */
  public Fields put(String name, @Nullable Instant value) {
    return put(name, value == null ? null : value.toString());
  }

  /** Writes an object, if there is one. */
  public Fields put(String name, @Nullable JsonNode value) {
    if (value != null) {
      node.set(name, value);
    }
    return this;
  }

  /** Writes a part of the model, if there is one. */
  public Fields put(String name, @Nullable WireForm value) {
    return put(name, value == null ? null : value.toJson());
  }

  /** Writes all members of a part of the model, if there is one, as members of this object. */
  public Fields all(@Nullable WireForm value) {
    if (value != null) {
      node.setAll(value.toJson());
    }
    return this;
  }

  /** Writes an array of texts, unless it is empty. */
  public Fields strings(String name, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = node.putArray(name);
      values.forEach(array::add);
    }
    return this;
  }

  /** Writes an array of parts of the model, unless it is empty. */
  public Fields list(String name, List<? extends WireForm> values) {
    return nodes(name, values.stream().map(WireForm::toJson).toList());
  }

  /** Writes an array of objects, unless it is empty. */
  public Fields nodes(String name, List<? extends JsonNode> values) {
    if (!values.isEmpty()) {
      node.putArray(name).addAll(values);
    }
    return this;
  }

  /** The finished object. */
  public ObjectNode node() {
    return node;
  }
}
