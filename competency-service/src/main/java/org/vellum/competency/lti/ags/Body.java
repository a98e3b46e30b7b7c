package org.vellum.competency.lti.ags;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;

/** Reads the members of what a tool sends, bounded in all that a sender can grow. */
record Body(ObjectNode object) {
  static final int LARGEST = 65_536;
  private static final int LONGEST_ID = 255;
  private static final int MOST_DECIMALS = 20;
  private static final BigDecimal LARGEST_NUMBER = new BigDecimal(1_000_000_000);
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  /** Reads the one object that a body is. */
  static Body read(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw Problem.of(413, "Request too large", "A body has at most " + LARGEST + " bytes.")
            .exception();
      }
      if (Json.mapper().readTree(bytes) instanceof ObjectNode object) {
        return new Body(object);
      }
    } catch (IOException e) {
      // Said below: whether it broke off or is no JSON, it cannot be read.
    }
    throw Problem.of(400, "Bad request", "The body is no JSON object that could be read.")
        .exception();
  }

  Optional<String> findText(String name, int longest) {
    Optional<String> text =
        find(name, JsonNode::isTextual, "must be a string").map(JsonNode::textValue);
    if (text.filter(each -> each.length() > longest).isPresent()) {
      throw fault(name, "must have at most " + longest + " characters");
    }
    return text;
  }

  /** An object in it. */
  Optional<Body> findObject(String name) {
    return find(name, JsonNode::isObject, "must be an object")
        .map(node -> new Body((ObjectNode) node));
  }

  String text(String name) {
    return findText(name, LONGEST_ID)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> fault(name, "is required"));
  }

  String oneOf(String name, List<String> words) {
    String word = text(name);
    if (!words.contains(word)) {
      throw fault(name, "must be one of " + String.join(", ", words));
    }
    return word;
  }

  /** A number of 0 or more, at most a thousand million, with at most 20 decimals. */
  Optional<BigDecimal> findNumber(String name) {
    Optional<BigDecimal> number =
        find(name, JsonNode::isNumber, "must be a number").map(JsonNode::decimalValue);
    number.ifPresent(each -> {
      if (each.signum() < 0) {
        throw fault(name, "must not be negative");
      }
      if (each.compareTo(LARGEST_NUMBER) > 0 || each.stripTrailingZeros().scale() > MOST_DECIMALS) {
        throw fault(
            name, "must be at most 1,000,000,000 and have at most " + MOST_DECIMALS + " decimals");
      }
    });
    return number;
  }

  /** A date and time with its offset, in whole microseconds, which is what is kept. */
  Optional<Instant> findInstant(String name) {
    return findText(name, LONGEST_ID)
        .filter(text -> !text.isEmpty())
        .map(text -> {
          try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
              throw fault(name, "must be in the years 1900 to 9999");
            }
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
          } catch (DateTimeException e) {
            throw fault(
                name, "must be a date and time with its offset, such as 2026-05-03T10:15:00.123Z");
          }
        });
  }

  private Optional<JsonNode> find(String name, Predicate<JsonNode> fits, String otherwise) {
    Optional<JsonNode> member =
        Optional.of(object.path(name)).filter(node -> !node.isMissingNode() && !node.isNull());
    if (member.isPresent() && !fits.test(member.get())) {
      throw fault(name, otherwise);
    }
    return member;
  }

  static RuntimeException fault(String name, String what) {
    return Problem.of(
            400,
            "Bad request",
            name + " " + what + ".",
            List.of(Finding.error("value-invalid", "/" + name, name + " " + what + ".")))
        .exception();
  }
}
