package org.vellum.finaid.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Marks of files as a checkpoint keeps them. */
final class Marks {
  private Marks() {}

  static PartFile.Mark read(JsonNode files, String name) {
    JsonNode mark = files.path(name);
    return mark.isMissingNode()
        ? PartFile.Mark.START
        : new PartFile.Mark(mark.path("bytes").asLong(), mark.path("crc32c").asLong());
  }

  static void write(Map<String, PartFile.Mark> marks, ObjectNode files) {
    marks.forEach((name, mark) ->
        files.putObject(name).put("bytes", mark.bytes()).put("crc32c", mark.check()));
  }
}
