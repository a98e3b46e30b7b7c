package org.vellum.competency.evaluation.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;

/**
 * The members of an object that was sent, each read as what the standard says it is. A fault is
 * told with its place, a JSON pointer, and never with what was sent.
 */
record Members(ObjectNode object, String place) {
  private static final int LONGEST_ID = 255;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  Optional<JsonNode> find(String name) {
    return Optional.of(object.path(name)).filter(node -> !node.isMissingNode() && !node.isNull());
  }

  Optional<String> findText(String name) {
    return find(name, JsonNode::isTextual, "a string").map(JsonNode::textValue);
  }

  String text(String name) {
    return findText(name).orElseThrow(() -> missing(name));
  }

  /** Text that names an object: 1 to 255 characters. */
  String identifier(String name) {
    String id = text(name);
    if (id.isBlank() || id.length() > LONGEST_ID) {
      throw fault(name, "must have 1 to " + LONGEST_ID + " characters");
    }
    return id;
  }

  String oneOf(String name, List<String> words) {
    String word = text(name);
    if (!words.contains(word)) {
      throw fault(name, "must be one of " + words);
    }
    return word;
  }

  Optional<BigDecimal> findNumber(String name) {
    return find(name, JsonNode::isNumber, "a number").map(JsonNode::decimalValue);
  }

  BigDecimal number(String name) {
    return findNumber(name).orElseThrow(() -> missing(name));
  }

  /** A date and time with its offset from UTC, in the years 1900 to 9999. */
  Instant instant(String name) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text(name));
      requireYear(name, time.getYear());
      return time.toInstant();
    } catch (DateTimeException e) {
      throw fault(name, "must be a date and time with its offset, such as 2026-05-03T10:15:00Z");
    }
  }

  /** A day in the years 1900 to 9999. */
  LocalDate date(String name) {
    try {
      LocalDate date = LocalDate.parse(text(name));
      requireYear(name, date.getYear());
      return date;
    } catch (DateTimeException e) {
      throw fault(name, "must be a date such as 2026-05-03");
    }
  }

  Optional<Members> findObject(String name) {
    return find(name, JsonNode::isObject, "an object")
        .map(node -> new Members((ObjectNode) node, place + "/" + name));
  }

  /** The objects of an array; none if the member is absent. */
  List<Members> objects(String name) {
    JsonNode array = find(name, JsonNode::isArray, "an array").orElse(object.arrayNode());
    return IntStream.range(0, array.size())
        .mapToObj(i -> {
          if (!array.get(i).isObject()) {
            throw fault(name + "/" + i, "must be an object");
          }
          return new Members((ObjectNode) array.get(i), place + "/" + name + "/" + i);
        })
        .toList();
  }

  /** The strings of an array; none if the member is absent. */
  List<String> texts(String name) {
    JsonNode array = find(name, JsonNode::isArray, "an array").orElse(object.arrayNode());
    if (!StreamSupport.stream(array.spliterator(), false).allMatch(JsonNode::isTextual)) {
      throw fault(name, "must hold strings");
    }
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }

  /**
   * The {@code sourcedId} of a reference (GUIDRef): {@code href}, {@code sourcedId}, {@code type}.
   */
  Optional<String> findReference(String name, String type) {
    return findObject(name)
        .map(reference -> {
          reference.oneOf("type", List.of(type));
          reference.address("href");
          return reference.identifier("sourcedId");
        });
  }

  String reference(String name, String type) {
    return findReference(name, type).orElseThrow(() -> missing(name));
  }

  ImsxException fault(String name, String what) {
    return new ImsxException(Fault.INVALID_DATA, place + "/" + name + " " + what + ".");
  }

  private void address(String name) {
    try {
      if (!new URI(text(name)).isAbsolute()) {
        throw fault(name, "must be an absolute URI");
      }
    } catch (URISyntaxException e) {
      throw fault(name, "must be a URI");
    }
  }

  private Optional<JsonNode> find(String name, Predicate<JsonNode> fits, String kind) {
    Optional<JsonNode> member = find(name);
    if (member.isPresent() && !fits.test(member.get())) {
      throw fault(name, "must be " + kind);
    }
    return member;
  }

  private void requireYear(String name, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw fault(name, "must be in the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }

  private ImsxException missing(String name) {
    return fault(name, "is required");
  }
}
