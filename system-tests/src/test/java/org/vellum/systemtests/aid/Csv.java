package org.vellum.systemtests.aid;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of CSV as RFC 4180 describes them, by the names in the first. */
final class Csv {
  private final String text;
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  /** All records of a file. */
  static List<Map<String, String>> read(Path file) throws IOException {
    String text = Files.readString(file, UTF_8);
    Csv csv = new Csv(text.startsWith("\uFEFF") ? text.substring(1) : text);
    List<String> names = csv.line();
    List<Map<String, String>> records = new ArrayList<>();
    while (csv.at < csv.text.length()) {
      List<String> cells = csv.line();
      if (cells.size() != names.size()) {
        throw new IOException(file.getFileName() + ": a line of " + cells.size() + " cells");
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), cells.get(i));
      }
      records.add(values);
    }
    return records;
  }

  private List<String> line() throws IOException {
    List<String> cells = new ArrayList<>();
    while (true) {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (at >= text.length()) {
        return cells;
      }
      char c = text.charAt(at++);
      if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
        return cells;
      }
      if (c != ',') {
        throw new IOException("neither a comma nor the end of a line at " + at);
      }
    }
  }

  private String plain() {
    int from = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\r') {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() throws IOException {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        return cell.toString();
      }
    }
    throw new IOException("a quote that is not closed");
  }
}
