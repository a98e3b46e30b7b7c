package org.vellum.finaid.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record in the making: a text for each column of its entity. Values put in the order of the
 * columns find their place without a search.
 */
public final class Row {
  private final Entity entity;
  private final @Nullable String[] texts;
  private int next;

  /** Of an entity, with no value yet. */
  public Row(Entity entity) {
    this.entity = entity;
    this.texts = new String[entity.columns().size()];
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
    texts[place] = text(value);
    next = place + 1;
    return this;
  }

  /** Of what it is a record. */
  public Entity entity() {
    return entity;
  }

  @Nullable String[] texts() {
    return texts;
  }

  /** The record's identifier, as far as it is known. */
  String id() {
    String id = texts[Entity.ID_PLACE];
    return id == null ? "" : id;
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text.isEmpty() ? null : text;
      case Optional<?> optional -> text(optional.orElse(null));
      case BigDecimal number -> plain(number);
      case Integer number -> number.toString();
      case Boolean flag -> flag.toString();
      case LocalDate date -> date.toString();
      case Enum<?> code -> code.name();
      case Instant instant -> instant.toString();
      case List<?> list -> list.isEmpty() ? null : joined(list);
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
