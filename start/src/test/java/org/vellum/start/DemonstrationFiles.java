package org.vellum.start;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The demonstration institution's files, read the way the tests want them. */
final class DemonstrationFiles {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private DemonstrationFiles() {}

  /** A JSON file of the folder; a duplicated member is an error. */
  static JsonNode json(String name) {
    try (Reader reader = open(name)) {
      return MAPPER.readTree(reader);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** A OneRoster table, one map of column to value for each row; a ragged row is an error. */
  static List<Map<String, String>> table(String name) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = open("oneroster/" + name + ".csv");
        var parser = format.parse(reader)) {
      return parser.stream().map(DemonstrationFiles::row).toList();
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** Whether the roster has a table of this name. */
  static boolean has(String table) {
    return DemonstrationFiles.class.getResource(path("oneroster/" + table + ".csv")) != null;
  }

  /** The {@code sourcedId} of every row of a table. */
  static Set<String> ids(String table) {
    return column(table, "sourcedId");
  }

  /** The distinct values of one column of a table. */
  static Set<String> column(String table, String column) {
    return table(table).stream().map(row -> value(row, column)).collect(Collectors.toSet());
  }

  /** The rows of a table by their {@code sourcedId}, which must be unique. */
  static Map<String, Map<String, String>> byId(String table) {
    return table(table).stream()
        .collect(Collectors.toMap(row -> value(row, "sourcedId"), Function.identity()));
  }

  /** The row of that {@code sourcedId}, which must exist. */
  static Map<String, String> row(String table, String id) {
    return Objects.requireNonNull(byId(table).get(id), id);
  }

  /** One value of a row; the column must exist. */
  static String value(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  /** The elements of a JSON array as a list. */
  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static Map<String, String> row(CSVRecord line) {
    if (!line.isConsistent()) {
      throw new IllegalStateException("ragged row " + line.getRecordNumber());
    }
    return line.toMap();
  }

  private static Reader open(String name) {
    return new InputStreamReader(
        Objects.requireNonNull(DemonstrationFiles.class.getResourceAsStream(path(name)), name),
        StandardCharsets.UTF_8);
  }

  private static String path(String name) {
    return "/demonstration/" + name;
  }
}
