package org.vellum.finaid.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;

/** Columns that may be empty, and values that are kept as JSON. */
final class Stored {
  private Stored() {}

  static Jsonb json(Object value) {
    try {
      return new Jsonb(Json.mapper().writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is kept can be written as JSON", e);
    }
  }

  static <T> T read(String json, TypeReference<T> type) {
    try {
      return Json.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept as JSON can be read", e);
    }
  }

  static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static Optional<LocalDate> optionalDay(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static Optional<BigDecimal> optionalNumber(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getBigDecimal(column));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
