package org.vellum.credentials.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.vellum.credentials.json.Pointer;
import org.vellum.credentials.jsonld.Canonical;
import org.vellum.credentials.jsonld.Refusal;

/**
 * The canonical form of JSON by RFC 8785 (JCS), straight from the tree. What readers of JSON read
 * in different ways is refused with its place: half surrogate pairs, and numbers that do not come
 * back from a double as they were written.
 */
final class Jcs {
  private static final int DEEPEST = 64;
  private static final BigDecimal TOO_LARGE = BigDecimal.TWO.pow(53);

  /** From here on ECMAScript writes small numbers with an exponent. */
  private static final BigDecimal TOO_SMALL = new BigDecimal("1e-6");

  private final StringBuilder text = new StringBuilder();

  private Jcs() {}

  static Canonical canonicalize(ObjectNode document) {
    Jcs jcs = new Jcs();
    try {
      jcs.write(document, Pointer.ROOT, 0);
    } catch (Unwritable e) {
      return new Canonical.Refused(List.of(e.refusal));
    }
    return new Canonical.Form(jcs.text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void write(JsonNode node, Pointer place, int depth) {
    if (depth > DEEPEST) {
      throw new Unwritable(Refusal.Reason.NOT_SUPPORTED, "too-deep", place, "nested too deeply");
    }
    switch (node.getNodeType()) {
      case OBJECT -> object(node, place, depth);
      case ARRAY -> array(node, place, depth);
      case STRING -> string(node.textValue(), place);
      case NUMBER -> number(node, place);
      case BOOLEAN, NULL -> text.append(node.asText());
      case BINARY, MISSING, POJO ->
          throw new Unwritable(Refusal.Reason.NOT_SUPPORTED, "not-json", place, "not of JSON");
    }
  }

  /** Section 3.2.3: members in the order of their UTF-16 code units, which is Java's own. */
  private void object(JsonNode object, Pointer place, int depth) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
    char separator = '{';
    for (var member : sorted.entrySet()) {
      Pointer at = place.child(member.getKey());
      text.append(separator);
      string(member.getKey(), at);
      text.append(':');
      write(member.getValue(), at, depth + 1);
      separator = ',';
    }
    text.append(sorted.isEmpty() ? "{}" : "}");
  }

  private void array(JsonNode array, Pointer place, int depth) {
    text.append('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      write(array.get(i), place.child(i), depth + 1);
    }
    text.append(']');
  }

  /** Section 3.2.2.2. */
  private void string(String value, Pointer place) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append("\\u%04x".formatted((int) c));
          } else {
            requireWhole(value, i, place);
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static void requireWhole(String value, int at, Pointer place) {
    char c = value.charAt(at);
    boolean whole =
        Character.isHighSurrogate(c)
            ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
            : !Character.isLowSurrogate(c)
                || (at > 0 && Character.isHighSurrogate(value.charAt(at - 1)));
    if (!whole) {
      throw new Unwritable(
          Refusal.Reason.UNSIGNED_DATA,
          "lone-surrogate",
          place,
          "half of a surrogate pair stands alone");
    }
  }

  /** Section 3.2.2.3, in the range in which ECMAScript writes no exponent. */
  private void number(JsonNode number, Pointer place) {
    double value = number.doubleValue();
    if (Double.isFinite(value)) {
      BigDecimal shortest = new BigDecimal(Double.toString(value));
      BigDecimal size = shortest.abs();
      boolean inRange =
          size.signum() == 0 || (size.compareTo(TOO_LARGE) < 0 && size.compareTo(TOO_SMALL) >= 0);
      if (inRange && shortest.compareTo(number.decimalValue()) == 0) {
        text.append(shortest.signum() == 0 ? "0" : shortest.stripTrailingZeros().toPlainString());
        return;
      }
    }
    throw new Unwritable(
        Refusal.Reason.NOT_SUPPORTED,
        "unsafe-number",
        place,
        "implementations read this number in different ways");
  }

  /** What was met on the way down. */
  private static final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    Unwritable(Refusal.Reason reason, String code, Pointer place, String message) {
      super(message, null, false, false);
      this.refusal = new Refusal(reason, code, place.toString(), message);
    }
  }
}
