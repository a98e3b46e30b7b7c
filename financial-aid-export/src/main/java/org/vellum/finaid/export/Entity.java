package org.vellum.finaid.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A kind of record: its names, its columns, and what a record belongs to. */
public final class Entity {
  static final String RECORD_ID = "recordId";
  static final String RECORD_VERSION = "recordVersion";
  static final String RECORD_HASH = "recordHash";
  static final String OP = "op";
  static final String SOURCE_AS_OF = "sourceAsOf";
  static final String RULE_VERSION = "ruleVersion";
  static final int ID_PLACE = 0;
  static final int VERSION_PLACE = 1;
  static final int HASH_PLACE = 2;
  static final int OP_PLACE = 3;
  static final int SOURCE_AS_OF_PLACE = 4;

  /** What every record has. */
  private static final List<Column> COMMON =
      List.of(
          Column.required(RECORD_ID, ColumnType.KEY, "Identifies the record in all runs"),
          Column.required(RECORD_VERSION, ColumnType.INTEGER, "Grows with every change"),
          Column.required(
              RECORD_HASH,
              ColumnType.HASH,
              "SHA-256 of the record's canonical JSON (RFC 8785) without recordVersion and"
                  + " recordHash"),
          Column.code(OP, "Whether the record stands or was taken back", "UPSERT", "TOMBSTONE"),
          Column.required(
              SOURCE_AS_OF,
              ColumnType.TIMESTAMP,
              "When the last fact became known by which it came to say this; older is stale"),
          Column.required(RULE_VERSION, ColumnType.ID, "The rules by which it was derived"));

  private final String name;
  private final String element;
  private final String key;
  private final List<Reference> references;
  private final List<Column> columns;
  private final Map<String, Integer> places = new HashMap<>();
  private final CanonicalJson json;
  private final byte[] shape;
  private final String[] names;
  private final boolean[] plain;
  private final int keyPlace;

  private Entity(
      String name, String element, String key, List<Reference> references, List<Column> columns) {
    this.name = name;
    this.element = element;
    this.key = key;
    this.references = List.copyOf(references);
    this.columns = List.copyOf(columns);
    for (Column column : columns) {
      places.put(column.name(), places.size());
    }
    this.names = columns.stream().map(Column::name).toArray(String[]::new);
    this.plain = new boolean[names.length];
    for (int place = 0; place < plain.length; place++) {
      plain[place] = columns.get(place).type().isPlain();
    }
    int[] sorted =
        IntStream.range(0, columns.size())
            .boxed()
            .sorted(Comparator.comparing(place -> columns.get(place).name()))
            .mapToInt(Integer::intValue)
            .toArray();
    this.json = new CanonicalJson(this.columns, sorted);
    this.keyPlace = place(key);
    this.shape = Fingerprint.shape(name, this.columns);
  }

  /**
   * What a record belongs to.
   *
   * @param column of the record
   * @param entity by name, with this value in its key
   */
  record Reference(String column, String entity) {}

  static Entity of(String name, String element, String key, Column... own) {
    List<Column> columns = new ArrayList<>(COMMON);
    columns.addAll(List.of(own));
    return new Entity(name, element, key, List.of(), columns);
  }

  Entity belongingTo(String entity, String column) {
    List<Reference> all = new ArrayList<>(references);
    all.add(new Reference(column, entity));
    return new Entity(name, element, key, all, columns);
  }

  /** As files are named, such as {@code payment_period}. */
  public String name() {
    return name;
  }

  /** As elements are named, such as {@code PaymentPeriod}. */
  String element() {
    return element;
  }

  /** The column that its records are referred to by. */
  public String key() {
    return key;
  }

  int keyPlace() {
    return keyPlace;
  }

  /** The columns that refer to other entities, whose records must be exported too. */
  List<Reference> references() {
    return references;
  }

  /** Whether its records belong to those of another entity. */
  public boolean belongsTo(String entity) {
    return references.stream().anyMatch(each -> each.entity().equals(entity));
  }

  /**
   * The column that refers to another entity.
   *
   * @throws IllegalArgumentException if it does not belong to that
   */
  public String referenceTo(String entity) {
    return references.stream()
        .filter(each -> each.entity().equals(entity))
        .map(Reference::column)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " does not belong to " + entity));
  }

  /** Whether it has a column of this name. */
  public boolean has(String column) {
    return places.containsKey(column);
  }

  /** In the order of the files. */
  List<Column> columns() {
    return columns;
  }

  /** Whether every record has the column, also one that was taken back. */
  static boolean isCommon(Column column) {
    return COMMON.contains(column);
  }

  /** Its records as canonical JSON, which wants the columns by name. */
  CanonicalJson json() {
    return json;
  }

  /** Some bytes that differ when its columns do; not to be changed. */
  byte[] shape() {
    return shape;
  }

  /** Whether a column stands at a place, which is where the next is expected. */
  boolean isAt(int place, String column) {
    return place < names.length && names[place].equals(column);
  }

  /** Whether the values of the column at a place are written by all forms as they are. */
  boolean isPlain(int place) {
    return plain[place];
  }

  /** Where a column stands. */
  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(name + " has no column " + column);
    }
    return place;
  }
}
