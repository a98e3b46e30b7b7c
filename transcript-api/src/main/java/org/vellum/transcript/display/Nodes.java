package org.vellum.transcript.display;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads members of a credential that may be absent, of another kind, or single for a list. */
public final class Nodes {
  private Nodes() {}

  /** A text or number; of a language map its first text; empty if there is none. */
  public static String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    return value.isObject() && !value.isEmpty()
        ? value.iterator().next().asText("")
        : value.asText("");
  }

  /** A time; without a zone it means UTC (VCDM 2.0, section 4.9); empty if there is none. */
  public static Optional<Instant> instant(JsonNode node, String member) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text(node, member), OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          time instanceof OffsetDateTime zoned
              ? zoned.toInstant()
              : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The items of a member, which plain JSON writes as a list and compacted JSON-LD may not. */
  static <T> List<T> list(JsonNode node, String member, Function<JsonNode, T> view) {
    JsonNode value = node.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).map(view).toList()
        : List.of(view.apply(value));
  }
}
