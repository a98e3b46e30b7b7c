package org.vellum.finaid.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/**
 * A record as canonical JSON (RFC 8785). The values are texts without control characters, whole
 * numbers of at most nine digits and booleans, of which Jackson's one spelling is the canonical
 * one; the members come sorted.
 */
final class CanonicalJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> NOT_HASHED = Set.of(Entity.RECORD_VERSION, Entity.RECORD_HASH);

  private CanonicalJson() {}

  /** All columns, those without a value as {@code null}. */
  static byte[] whole(Entity entity, Map<String, String> texts) {
    return write(entity, texts, Set.of());
  }

  /** What a record's hash is over. */
  static byte[] hashed(Entity entity, Map<String, String> texts) {
    return write(entity, texts, NOT_HASHED);
  }

  private static byte[] write(Entity entity, Map<String, String> texts, Set<String> left) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      for (Column column : entity.sorted()) {
        if (!left.contains(column.name())) {
          json.writeFieldName(column.name());
          value(column, texts, json);
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void value(Column column, Map<String, String> texts, JsonGenerator json)
      throws IOException {
    String text = texts.get(column.name());
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
      case ID, TEXT, CODE, DATE, TIMESTAMP, DECIMAL, HASH -> json.writeString(text);
    }
  }
}
