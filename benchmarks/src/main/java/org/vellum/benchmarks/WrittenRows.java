package org.vellum.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The records of a package as rows of tables, a column for each of theirs: what a bare copy copies.
 *
 * @param tables their names
 */
record WrittenRows(BenchmarkDatabase database, List<String> tables) {

  /** Loads a package's CSV files by the types that their metadata name. */
  static WrittenRows load(BenchmarkDatabase database, Path ntpx) throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<String> tables = new ArrayList<>();
    try (Connection connection = database.connect()) {
      database.execute("create schema written");
      for (JsonNode file : json.readTree(ntpx.resolve("manifest.json").toFile()).path("files")) {
        String name = file.path("name").asText();
        if (name.endsWith(".csv") && file.has("contentHash")) {
          String table = "written." + name.substring(0, name.length() - ".csv".length());
          JsonNode metadata =
              json.readTree(ntpx.resolve("schema").resolve(name + "-metadata.json").toFile());
          database.execute("create table %s (%s)".formatted(table, columns(metadata)));
          try (InputStream in = Files.newInputStream(ntpx.resolve(name))) {
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format csv, header)", in);
          }
          tables.add(table);
        }
      }
    }
    database.execute("vacuum freeze analyze");
    return new WrittenRows(database, tables);
  }

  private static String columns(JsonNode metadata) {
    List<String> columns = new ArrayList<>();
    for (JsonNode column : metadata.path("tableSchema").path("columns")) {
      JsonNode datatype = column.path("datatype");
      String type = datatype.isTextual() ? datatype.asText() : datatype.path("base").asText();
      columns.add(
          "\""
              + column.path("name").asText()
              + "\" "
              + switch (column.has("separator") ? "list" : type) {
                case "date" -> "date";
                case "datetime" -> "timestamptz";
                case "decimal" -> "numeric";
                case "integer" -> "integer";
                case "boolean" -> "boolean";
                default -> "text";
              });
    }
    return String.join(", ", columns);
  }

  Long copy(Path folder) throws Exception {
    return copy(database, tables, folder);
  }

  /**
   * Copies tables to files, one after another.
   *
   * @return how many bytes that were
   */
  static Long copy(BenchmarkDatabase database, List<String> tables, Path folder) throws Exception {
    long bytes = 0;
    try (Connection connection = database.connect()) {
      for (String table : tables) {
        Path file = folder.resolve(table + ".csv");
        try (OutputStream out = Files.newOutputStream(file)) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy " + table + " to stdout (format csv)", out);
        }
        bytes += Files.size(file);
        Files.delete(file);
      }
    }
    return bytes;
  }

  void drop() throws Exception {
    database.execute("drop schema written cascade");
  }
}
