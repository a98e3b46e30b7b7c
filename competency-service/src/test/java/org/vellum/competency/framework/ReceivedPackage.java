package org.vellum.competency.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.json.Json;

/** The one package in the database, put together from what is stored as it was received. */
final class ReceivedPackage {
  private final Map<String, TreeMap<Integer, JsonNode>> collections = new HashMap<>();

  private ReceivedPackage() {}

  static JsonNode of(Jdbi jdbi) {
    return jdbi.withHandle(new ReceivedPackage()::read);
  }

  private JsonNode read(Handle handle) {
    handle
        .createQuery(
            """
            select 'CFItems', positions, received from competency.cf_item
            union all select 'CFAssociations', positions, received from competency.cf_association
            union all select collection, positions, received from competency.cf_definition
            union all select collection, positions, received from competency.cf_variant
            """)
        .map((row, context) -> place(row))
        .list();
    ObjectNode whole = (ObjectNode) tree(handle, "select skeleton from competency.framework");
    whole.set("CFDocument", tree(handle, "select received from competency.framework"));
    collections.forEach((name, objects) -> {
      JsonNode holder = whole.has(name) ? whole : whole.path("CFDefinitions");
      ((ArrayNode) holder.path(name)).addAll(objects.values());
    });
    return whole;
  }

  private int place(ResultSet row) throws SQLException {
    Array positions = row.getArray(2);
    for (Integer position : (Integer[]) positions.getArray()) {
      collections
          .computeIfAbsent(row.getString(1), name -> new TreeMap<>())
          .put(position, parse(row.getString(3)));
    }
    return 0;
  }

  private static JsonNode tree(Handle handle, String query) {
    return parse(handle.createQuery(query).mapTo(String.class).one());
  }

  private static JsonNode parse(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
