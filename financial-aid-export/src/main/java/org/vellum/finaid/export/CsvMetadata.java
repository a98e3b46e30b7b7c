package org.vellum.finaid.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Metadata for an entity's CSV by the W3C's Metadata Vocabulary for Tabular Data (CSVW). */
final class CsvMetadata {

  private CsvMetadata() {}

  static ObjectNode of(Entity entity) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("@context", "http://www.w3.org/ns/csvw");
    metadata.put("url", "../" + entity.name() + ".csv");
    metadata.putObject("dialect").put("encoding", "utf-8").put("header", true);
    ObjectNode schema = metadata.putObject("tableSchema");
    schema.put("primaryKey", Entity.RECORD_ID);
    ArrayNode columns = schema.putArray("columns");
    for (Column column : entity.columns()) {
      column(column, columns.addObject());
    }
    return metadata;
  }

  private static void column(Column column, ObjectNode entry) {
    entry.put("name", column.name());
    entry.put("titles", column.name());
    entry.put("dc:description", column.description());
    entry.put("required", column.required() && Entity.isCommon(column));
    if (column.type() == ColumnType.CODES) {
      entry.put("separator", " ");
    }
    if (column.codes().isEmpty()) {
      entry.put("datatype", column.type().csvw());
    } else {
      entry
          .putObject("datatype")
          .put("base", "string")
          .put("format", String.join("|", column.codes()));
    }
  }
}
