package org.vellum.finaid.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of an entity of a package, one after the other. */
final class PackageLines implements Closeable {
  private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);

  private final MappingIterator<JsonNode> lines;
  private @Nullable JsonNode next;

  private PackageLines(MappingIterator<JsonNode> lines) throws IOException {
    this.lines = lines;
    advance();
  }

  static PackageLines open(Path folder, String entity) throws IOException {
    return new PackageLines(
        JSON.readValues(Files.newInputStream(folder.resolve(entity + ".ndjson"))));
  }

  /** The record that is next, which stays so. */
  Optional<JsonNode> peek() {
    return Optional.ofNullable(next);
  }

  /** Goes on; records that were taken back are passed over. */
  void advance() throws IOException {
    do {
      next = lines.hasNextValue() ? lines.nextValue() : null;
    } while (next != null && next.path("op").asText().equals("TOMBSTONE"));
  }

  /** The text of a column, as CSV has it. */
  static String text(JsonNode each, String column) {
    JsonNode value = each.path(column);
    if (value.isArray()) {
      StringBuilder text = new StringBuilder();
      value.forEach(one -> text.append(text.isEmpty() ? "" : " ").append(one.asText()));
      return text.toString();
    }
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
