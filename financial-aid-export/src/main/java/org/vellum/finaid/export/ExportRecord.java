package org.vellum.finaid.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record with values that fit its entity: each is the one text that all forms write. */
final class ExportRecord {
  private final Entity entity;
  private final Map<String, String> values;
  private final byte[] hash;

  private ExportRecord(Entity entity, Map<String, String> values, byte[] hash) {
    this.entity = entity;
    this.values = values;
    this.hash = hash;
  }

  /** A record, or why there is none. */
  sealed interface Outcome {
    /** It fits. */
    record Fits(ExportRecord value) implements Outcome {}

    /** It does not, for one reason or several. */
    record Unfit(List<RowError> errors) implements Outcome {}
  }

  /**
   * Checks the values of a record and computes its hash.
   *
   * @param values by column: texts, numbers, dates, instants, booleans, lists of texts, optionals
   */
  static Outcome of(Entity entity, Map<String, ?> values) {
    Map<String, String> texts = new HashMap<>();
    values.forEach((name, value) -> {
      String text = text(value);
      if (text != null) {
        texts.put(name, text);
      }
    });
    List<RowError> errors = errors(entity, texts);
    if (!errors.isEmpty()) {
      return new Outcome.Unfit(errors);
    }
    byte[] hash = Hashes.sha256(CanonicalJson.hashed(entity, texts));
    texts.put(Entity.RECORD_HASH, Hashes.hex(hash));
    return new Outcome.Fits(new ExportRecord(entity, Map.copyOf(texts), hash));
  }

  private static List<RowError> errors(Entity entity, Map<String, String> texts) {
    List<RowError> errors = new ArrayList<>();
    String key = texts.getOrDefault(Entity.RECORD_ID, "");
    Set<String> known = new HashSet<>();
    for (Column column : entity.columns()) {
      known.add(column.name());
      if (!column.name().equals(Entity.RECORD_HASH)) {
        fault(column, texts.get(column.name()))
            .ifPresent(fault ->
                errors.add(
                    new RowError(
                        fault.code,
                        RowError.Severity.ROW,
                        entity.name(),
                        key,
                        column.name(),
                        fault.message,
                        column.citation().orElse(""))));
      }
    }
    if (!known.containsAll(texts.keySet())) {
      throw new IllegalArgumentException(entity.name() + " has no such column: " + texts.keySet());
    }
    return errors;
  }

  private record Fault(String code, String message) {}

  private static Optional<Fault> fault(Column column, @Nullable String text) {
    if (text == null) {
      return column.required()
          ? Optional.of(new Fault("VALUE_MISSING", "required"))
          : Optional.empty();
    }
    if (!isClean(text)) {
      return Optional.of(new Fault("TEXT_INVALID", "has characters that a form cannot carry"));
    }
    if (!column.type().pattern().matcher(text).matches()) {
      return Optional.of(new Fault("VALUE_INVALID", "is not of type " + column.type()));
    }
    boolean coded =
        column.codes().isEmpty() || column.codes().containsAll(List.of(text.split(" ", -1)));
    return coded
        ? Optional.empty()
        : Optional.of(new Fault("VALUE_INVALID", "is not one of " + column.codes()));
  }

  /** No control characters, no half surrogate pairs, nothing that XML 1.0 forbids. */
  private static boolean isClean(String text) {
    return text.codePoints()
        .noneMatch(c ->
            Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0xFFFE
                || c == 0xFFFF);
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> text(optional.orElse(null));
      case BigDecimal number -> plain(number);
      case List<?> list ->
          list.isEmpty() ? null : String.join(" ", list.stream().map(String::valueOf).toList());
      case Enum<?> code -> code.name();
      case String text -> text.isEmpty() ? null : text;
      case Integer number -> number.toString();
      case Boolean flag -> flag.toString();
      case LocalDate date -> date.toString();
      case Instant instant -> instant.toString();
      default -> throw new IllegalArgumentException("cannot be exported: " + value.getClass());
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  Entity entity() {
    return entity;
  }

  String id() {
    return values.getOrDefault(Entity.RECORD_ID, "");
  }

  /** The text of a column. */
  Optional<String> value(String column) {
    return Optional.ofNullable(values.get(column));
  }

  Map<String, String> values() {
    return values;
  }

  /** SHA-256 of what the record says. */
  byte[] hash() {
    return hash.clone();
  }
}
