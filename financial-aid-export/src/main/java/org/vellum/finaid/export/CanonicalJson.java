package org.vellum.finaid.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as canonical JSON (RFC 8785). The values are texts without control characters, whole
 * numbers of at most nine digits and booleans, of which Jackson's one spelling is the canonical
 * one; the members come sorted.
 */
final class CanonicalJson {
  /** A character of two halves is one in UTF-8, and not two escapes (RFC 8785, section 3.2.2.2). */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private CanonicalJson() {}

  /** All columns, those without a value as {@code null}. */
  static byte[] whole(Entity entity, @Nullable String[] texts) {
    return write(entity, texts, false);
  }

  /** What a record's hash is over. */
  static byte[] hashed(Entity entity, @Nullable String[] texts) {
    return write(entity, texts, true);
  }

  private static byte[] write(Entity entity, @Nullable String[] texts, boolean hashed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    List<Column> columns = entity.columns();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      for (int place : entity.sorted()) {
        if (!hashed || (place != Entity.VERSION_PLACE && place != Entity.HASH_PLACE)) {
          json.writeFieldName(columns.get(place).name());
          value(columns.get(place), texts[place], json);
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void value(Column column, @Nullable String text, JsonGenerator json)
      throws IOException {
    if (text == null) {
      json.writeNull();
      return;
    }
    switch (column.type()) {
      case INTEGER -> json.writeNumber(Integer.parseInt(text));
      case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(text));
      case CODES -> {
        json.writeStartArray();
        for (String each : text.split(" ", -1)) {
          json.writeString(each);
        }
        json.writeEndArray();
      }
      case KEY, ID, TEXT, CODE, DATE, TIMESTAMP, DECIMAL, HASH -> json.writeString(text);
    }
  }
}
