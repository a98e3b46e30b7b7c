package org.vellum.finaid.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A kind of record.
 *
 * @param name as files are named, such as {@code payment_period}
 * @param element as elements are named, such as {@code PaymentPeriod}
 * @param key the column that its records are referred to by
 * @param reference the column that refers to another entity, whose record must be exported too
 * @param columns in the order of the files
 * @param sorted the same by name, as canonical JSON wants them
 */
record Entity(
    String name,
    String element,
    String key,
    Optional<Reference> reference,
    List<Column> columns,
    List<Column> sorted) {

  static final String RECORD_ID = "recordId";
  static final String RECORD_VERSION = "recordVersion";
  static final String RECORD_HASH = "recordHash";

  /**
   * What a record belongs to.
   *
   * @param column of the record
   * @param entity by name, with this value in its key
   */
  record Reference(String column, String entity) {}

  static Entity of(String name, String element, String key, Column... own) {
    List<Column> columns = new ArrayList<>(common());
    columns.addAll(List.of(own));
    return new Entity(
        name,
        element,
        key,
        Optional.empty(),
        List.copyOf(columns),
        columns.stream().sorted(Comparator.comparing(Column::name)).toList());
  }

  Entity belongingTo(String entity, String column) {
    return new Entity(
        name, element, key, Optional.of(new Reference(column, entity)), columns, sorted);
  }

  /** What every record has. */
  private static List<Column> common() {
    return List.of(
        Column.required(RECORD_ID, ColumnType.ID, "Identifies the record in all runs"),
        Column.required(RECORD_VERSION, ColumnType.INTEGER, "Grows with every change"),
        Column.required(
            RECORD_HASH,
            ColumnType.HASH,
            "SHA-256 of the record's canonical JSON (RFC 8785) without recordVersion and"
                + " recordHash"),
        Column.code("op", "Whether the record stands or was taken back", "UPSERT", "TOMBSTONE"),
        Column.required(
            "sourceAsOf", ColumnType.TIMESTAMP, "Until when its facts are known; older is stale"),
        Column.required("ruleVersion", ColumnType.ID, "The rules by which it was derived"));
  }
}
