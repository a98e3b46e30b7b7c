package org.vellum.finaid.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record in the making: a value for each column of its entity. Values put in the order of the
 * columns find their place without a search; their texts are made when somebody asks for them.
 */
public final class Row {
  private final Entity entity;
  private final @Nullable Object[] values;
  private long publishedAs;
  private int next;

  /** Of an entity, with no value yet. */
  public Row(Entity entity) {
    this.entity = entity;
    this.values = new Object[entity.columns().size()];
  }

  /**
   * A record that stands.
   *
   * @param id in all runs
   * @param version grows with every change
   * @param sourceAsOf when the last fact became known by which it came to say what it says, in the
   *     text of an instant
   * @param ruleVersion by which it was derived
   */
  public static Row upsert(
      Entity entity, String id, int version, String sourceAsOf, String ruleVersion) {
    return new Row(entity)
        .put(Entity.RECORD_ID, id)
        .put(Entity.RECORD_VERSION, version)
        .put(Entity.OP, "UPSERT")
        .put(Entity.SOURCE_AS_OF, sourceAsOf)
        .put(Entity.RULE_VERSION, ruleVersion);
  }

  /**
   * Puts a value into a column.
   *
   * @param value a text, number, date, instant, boolean, code, list of these or an optional;
   *     nothing leaves the column empty
   */
  public Row put(String column, @Nullable Object value) {
    int place = entity.isAt(next, column) ? next : entity.place(column);
    values[place] = value(value);
    next = place + 1;
    return this;
  }

  /**
   * The same, knowing how it was published: if its values have that fingerprint, it is the record
   * that was published, and nothing is made of it until somebody asks what it says.
   *
   * @param fingerprint that of {@link ExportRecord#fingerprint}; 0 if it is not known
   */
  public Row publishedAs(long fingerprint) {
    publishedAs = fingerprint;
    return this;
  }

  /** The fingerprint as which it was published; 0 if it is not known. */
  long publishedAs() {
    return publishedAs;
  }

  /** Of what it is a record. */
  public Entity entity() {
    return entity;
  }

  /** Not to be changed, as what they are is the record's from now on. */
  @Nullable Object[] values() {
    return values;
  }

  /** The record's identifier, as far as it is known. */
  String id() {
    String id = text(values[Entity.ID_PLACE]);
    return id == null ? "" : id;
  }

  /** What says nothing is no value. */
  private static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text.isEmpty() ? null : text;
      case Optional<?> optional -> value(optional.orElse(null));
      case List<?> list -> list.isEmpty() ? null : list;
      default -> value;
    };
  }

  /** The one text of a value that all forms write. */
  static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case BigDecimal number -> plain(number);
      case Integer number -> number.toString();
      case Boolean flag -> flag.toString();
      case LocalDate date -> date.toString();
      case Enum<?> code -> code.name();
      case Instant instant -> instant.toString();
      case List<?> list -> joined(list);
      default -> throw new IllegalArgumentException("cannot be exported: " + value.getClass());
    };
  }

  private static String joined(List<?> list) {
    StringBuilder text = new StringBuilder();
    for (Object each : list) {
      text.append(text.isEmpty() ? "" : " ").append(each);
    }
    return text.toString();
  }

  private static String plain(BigDecimal number) {
    if (number.scale() == 0) {
      return number.toString();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
