package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record with values that fit its entity: each has the one text that all forms write. Used by one
 * thread at a time: the texts of one that says what was published are made when they are asked for,
 * which mostly nobody does.
 */
public final class ExportRecord {
  private static final int ROOM = 1_024;

  private final Entity entity;
  private final @Nullable Object[] values;
  private final long fingerprint;
  private final boolean isAsPublished;
  private @Nullable String @Nullable [] texts;
  private @Nullable Encoded encoded;

  private ExportRecord(
      Entity entity, @Nullable Object[] values, long fingerprint, boolean isAsPublished) {
    this.entity = entity;
    this.values = values;
    this.fingerprint = fingerprint;
    this.isAsPublished = isAsPublished;
  }

  /** What all versions of a record have in common, as the forms write it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Encoded(
      RecordValues values, CanonicalJson.Hashed json, byte[] hash, byte[] hexHash) {

    static Encoded of(Entity entity, @Nullable String[] texts) {
      RecordValues values = RecordValues.of(entity, texts);
      CanonicalJson.Hashed json = entity.json().hashed(values);
      byte[] hash = Hashes.sha256(json.bytes());
      return new Encoded(values, json, hash, Hashes.hexBytes(hash));
    }
  }

  /** A record, or why there is none. */
  public sealed interface Outcome {
    /** It fits. */
    record Fits(ExportRecord value) implements Outcome {}

    /** It does not, for one reason or several. */
    record Unfit(List<RowError> errors) implements Outcome {}
  }

  /** Checks the values of a record, unless it is as it was published. */
  public static Outcome of(Row row) {
    ExportRecord made = of(row.entity(), row.values(), row.publishedAs());
    if (made.isAsPublished) {
      // It fitted then.
      return new Outcome.Fits(made);
    }
    List<RowError> errors = errors(row, made.texts());
    return errors.isEmpty() ? new Outcome.Fits(made) : new Outcome.Unfit(errors);
  }

  private static ExportRecord of(Entity entity, @Nullable Object[] values, long publishedAs) {
    long fingerprint = Fingerprint.of(entity, values);
    return new ExportRecord(
        entity, values, fingerprint, publishedAs != 0 && fingerprint == publishedAs);
  }

  /**
   * Takes a record back: it says no more than which one it was.
   *
   * @param sourceAsOf when that became known
   * @param ruleVersion by which it is missing now
   */
  public static ExportRecord tombstone(
      Entity entity, String id, int version, Instant sourceAsOf, String ruleVersion) {
    Row row =
        Row.upsert(entity, id, version, sourceAsOf.toString(), ruleVersion)
            .put(Entity.OP, "TOMBSTONE");
    return of(entity, row.values(), 0);
  }

  private static List<RowError> errors(Row row, @Nullable String[] texts) {
    List<RowError> errors = List.of();
    List<Column> columns = row.entity().columns();
    for (int i = 0; i < columns.size(); i++) {
      if (i != Entity.HASH_PLACE) {
        Fault fault = Fault.of(columns.get(i), texts[i]);
        if (fault != null) {
          errors = errors.isEmpty() ? new ArrayList<>() : errors;
          errors.add(fault.in(row, columns.get(i)));
        }
      }
    }
    return errors;
  }

  /** What is wrong with a value. */
  private record Fault(String code, String message, @Nullable String text) {

    static @Nullable Fault of(Column column, @Nullable String text) {
      if (text == null) {
        return column.required() ? new Fault("VALUE_MISSING", "required", null) : null;
      }
      if (column.type().isPlain() && column.type().fits(text)) {
        // Nothing that a form could not carry is in it, and of such columns none has codes.
        return null;
      }
      if (!Texts.isClean(text)) {
        return new Fault("TEXT_INVALID", "has characters that a form cannot carry", text);
      }
      if (!column.type().fits(text)) {
        return new Fault("VALUE_INVALID", "is not of type " + column.type(), text);
      }
      if (!column.allows(text)) {
        return new Fault("VALUE_INVALID", "is not one of " + column.codes(), text);
      }
      return null;
    }

    RowError in(Row row, Column column) {
      return new RowError(
          code,
          RowError.Severity.ROW,
          row.entity().name(),
          row.id(),
          column.name(),
          column.masked(text),
          message,
          column.citation().orElse(""));
    }
  }

  public Entity entity() {
    return entity;
  }

  /** The record's identifier in all runs. */
  public String id() {
    return text(Entity.ID_PLACE);
  }

  /** The text of a column. */
  public Optional<String> value(String column) {
    return Optional.ofNullable(textAt(entity.place(column)));
  }

  /** The text of the column at a place, or the empty text. */
  String text(int place) {
    String text = textAt(place);
    return text == null ? "" : text;
  }

  private @Nullable String textAt(int place) {
    if (place == Entity.HASH_PLACE) {
      return new String(hexHash(), ISO_8859_1);
    }
    return texts == null ? Row.text(values[place]) : texts[place];
  }

  /** All but that of the hash. */
  private @Nullable String[] texts() {
    if (texts == null) {
      texts = new String[values.length];
      for (int place = 0; place < values.length; place++) {
        texts[place] = Row.text(values[place]);
      }
    }
    return texts;
  }

  private Encoded encoded() {
    if (encoded == null) {
      encoded = Encoded.of(entity, texts());
    }
    return encoded;
  }

  RecordValues values() {
    return encoded().values;
  }

  /**
   * Tells it from every record that says something else, without what it says being made: eight
   * bytes of a hash over its values, all but the version.
   */
  public long fingerprint() {
    return fingerprint;
  }

  /** Whether its fingerprint is known to be that of the record that was published. */
  public boolean isAsPublished() {
    return isAsPublished;
  }

  /** Whether it tells that the record was taken back. */
  public boolean isTombstone() {
    return text(Entity.OP_PLACE).equals("TOMBSTONE");
  }

  /** SHA-256 of what the record says, in hexadecimal. */
  public String recordHash() {
    return text(Entity.HASH_PLACE);
  }

  /** SHA-256 of what the record says; not to be changed. */
  public byte[] hash() {
    return encoded().hash;
  }

  /** The hash in hexadecimal digits; not to be changed. */
  byte[] hexHash() {
    return encoded().hexHash;
  }

  /** The record as canonical JSON, a line of its NDJSON file. */
  public String json() {
    ByteBlock bytes = new ByteBlock(ROOM);
    json(bytes);
    return new String(bytes.toBytes(), UTF_8);
  }

  void json(ByteBlock to) {
    encoded().json.whole(hexHash(), text(Entity.VERSION_PLACE), to);
  }

  /** When the last fact became known by which it came to say this, in the text of an instant. */
  public String sourceAsOf() {
    return text(Entity.SOURCE_AS_OF_PLACE);
  }

  /**
   * The same record as of another time, which its hash does cover.
   *
   * @param sourceAsOf in the text of an instant
   */
  public ExportRecord withSourceAsOf(String sourceAsOf) {
    if (sourceAsOf.equals(sourceAsOf())) {
      return this;
    }
    @Nullable Object[] changed = values.clone();
    changed[Entity.SOURCE_AS_OF_PLACE] = sourceAsOf;
    return of(entity, changed, 0);
  }

  /** Its version. */
  public int version() {
    return Integer.parseInt(text(Entity.VERSION_PLACE));
  }

  /** The same record in another version, which its hash does not cover. */
  public ExportRecord withVersion(int version) {
    @Nullable Object[] changed = values.clone();
    changed[Entity.VERSION_PLACE] = version;
    ExportRecord same = new ExportRecord(entity, changed, fingerprint, isAsPublished);
    same.encoded = encoded();
    return same;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExportRecord that
        && entity.name().equals(that.entity.name())
        && version() == that.version()
        && Arrays.equals(hash(), that.hash());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash());
  }

  @Override
  public String toString() {
    return entity.name() + " " + id();
  }
}
