package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.StorableText;

/**
 * Reads the body of a request: one object in its wrapper, bounded in all that a sender can grow.
 */
final class Body {
  /** Largest body, in bytes. */
  static final int LARGEST = 262_144;

  /** Largest body that holds a collection, in bytes. */
  private static final int LARGEST_COLLECTION = 4_194_304;

  private static final int MOST_OBJECTS = 1_000;

  /** How many digits a number may have before or after its point. No real score has as many. */
  private static final int MOST_DIGITS = 400;

  private Body() {}

  /**
   * The object in the wrapper.
   *
   * @param wrapper name of the one member that holds it: {@code result}
   */
  static ObjectNode read(InputStream body, String wrapper) {
    JsonNode document = parse(bytes(body, LARGEST));
    if (!document.path(wrapper).isObject()) {
      throw new ImsxException(
          Fault.INVALID_DATA, "The body must be an object with the member \"" + wrapper + "\".");
    }
    ObjectNode object = (ObjectNode) document.path(wrapper);
    refuseUnstorable(object);
    return object;
  }

  private static byte[] bytes(InputStream body, int largest) {
    try {
      byte[] bytes = body.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw new ImsxException(Fault.TOO_LARGE, "The body has more than " + largest + " bytes.");
      }
      return bytes;
    } catch (IOException e) {
      throw new ImsxException(Fault.MALFORMED, "The body ended before it was complete.");
    }
  }

  /**
   * The objects in the wrapper of a collection.
   *
   * @param wrapper name of the one member that holds them: {@code results}
   */
  static List<ObjectNode> readAll(InputStream body, String wrapper) {
    JsonNode objects = parse(bytes(body, LARGEST_COLLECTION)).path(wrapper);
    if (!objects.isArray() || objects.isEmpty() || objects.size() > MOST_OBJECTS) {
      throw new ImsxException(
          Fault.INVALID_DATA,
          "The body must be an object with the member \""
              + wrapper
              + "\", an array of 1 to "
              + MOST_OBJECTS
              + " objects.");
    }
    List<ObjectNode> read = new ArrayList<>();
    for (JsonNode object : objects) {
      if (!(object instanceof ObjectNode each)) {
        throw new ImsxException(Fault.INVALID_DATA, "/" + wrapper + " must hold objects.");
      }
      refuseUnstorable(each);
      read.add(each);
    }
    return read;
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      return Json.mapper().readTree(bytes);
    } catch (IOException e) {
      throw new ImsxException(
          Fault.MALFORMED,
          "The body is not JSON, or nests deeper than "
              + Json.MAX_DEPTH
              + " levels, or names a member twice.");
    }
  }

  /**
   * PostgreSQL keeps neither the character NUL nor half a surrogate pair, nor any number at all.
   */
  static void refuseUnstorable(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT ->
          node.properties()
              .forEach(member -> {
                refuseUnstorable(member.getKey());
                refuseUnstorable(member.getValue());
              });
      case ARRAY -> node.forEach(Body::refuseUnstorable);
      case STRING -> refuseUnstorable(node.textValue());
      case NUMBER -> refuseUnstorable(node.decimalValue());
      default -> {
        // true, false and null are what they are
      }
    }
  }

  private static void refuseUnstorable(String text) {
    if (!StorableText.isStorable(text)) {
      throw new ImsxException(
          Fault.INVALID_DATA, "A text holds the character NUL or half of a surrogate pair.");
    }
  }

  private static void refuseUnstorable(BigDecimal number) {
    long before = (long) number.precision() - number.scale();
    if (before > MOST_DIGITS || number.scale() > MOST_DIGITS) {
      throw new ImsxException(
          Fault.INVALID_DATA, "A number has more than " + MOST_DIGITS + " digits.");
    }
  }
}
