package org.vellum.competency.framework;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Repository;

/**
 * Packages as they were received, put together again from what is kept: equal to the original,
 * member by member, in the order of its collections. The order of the members of an object is not
 * kept, which in JSON says nothing (RFC 8259, section 4).
 */
@Repository
public class ReceivedPackages {
  private static final int AT_A_TIME = 1_000;
  private static final Set<String> DEFINITIONS =
      Set.of("CFConcepts", "CFSubjects", "CFLicenses", "CFItemTypes", "CFAssociationGroupings");

  private final Jdbi jdbi;

  @Inject
  public ReceivedPackages(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Placed(int position, String json) {}

  /**
   * Writes the package in UTF-8 and leaves the stream open.
   *
   * @throws IllegalStateException if there is no such framework
   */
  public void write(UUID framework, OutputStream out) throws IOException {
    JsonGenerator json = Json.mapper().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    writeMembers(framework, tree(text(framework, "skeleton")), false, json);
    json.close();
  }

  private void writeMembers(UUID framework, JsonNode kept, boolean definitions, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> member : kept.properties()) {
      String name = member.getKey();
      json.writeFieldName(name);
      if (!definitions && name.equals("CFDocument")) {
        json.writeRawValue(text(framework, "received"));
      } else if (!definitions && name.equals("CFDefinitions") && member.getValue().isObject()) {
        writeMembers(framework, member.getValue(), true, json);
      } else if (member.getValue().isArray() && isCollection(name, definitions)) {
        writeCollection(framework, name, json);
      } else {
        json.writeTree(member.getValue());
      }
    }
    json.writeEndObject();
  }

  private static boolean isCollection(String name, boolean definitions) {
    return definitions
        ? DEFINITIONS.contains(name)
        : Set.of("CFItems", "CFAssociations", "CFRubrics").contains(name);
  }

  private void writeCollection(UUID framework, String name, JsonGenerator json) throws IOException {
    NavigableMap<Integer, String> again = again(framework, name);
    json.writeStartArray();
    int last = -1;
    List<Placed> batch;
    do {
      batch = after(framework, name, last);
      for (Placed placed : batch) {
        writeUntil(placed.position(), again, json);
        json.writeRawValue(placed.json());
        last = placed.position();
      }
    } while (batch.size() == AT_A_TIME);
    writeUntil(Integer.MAX_VALUE, again, json);
    json.writeEndArray();
  }

  private static void writeUntil(
      int position, NavigableMap<Integer, String> again, JsonGenerator json) throws IOException {
    while (!again.isEmpty() && again.firstKey() < position) {
      json.writeRawValue(again.pollFirstEntry().getValue());
    }
  }

  /** The objects that stand at their first position, in order. */
  private List<Placed> after(UUID framework, String collection, int last) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select position, received "
                    + from(collection)
                    + " and position > :last order by position limit :limit")
            .bind("framework", framework)
            .bind("collection", collection)
            .bind("last", last)
            .bind("limit", AT_A_TIME)
            .map((row, context) -> new Placed(row.getInt(1), row.getString(2)))
            .list());
  }

  /** What repeats an earlier object or its identifier, which is seldom anything. */
  private NavigableMap<Integer, String> again(UUID framework, String collection) {
    NavigableMap<Integer, String> again = new TreeMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                "select unnest(positions[2:]), received "
                    + from(collection)
                    + " and cardinality(positions) > 1"
                    + """
                     union all select unnest(positions), received from competency.cf_variant
                    where framework = :framework and collection = :collection
                    """)
            .bind("framework", framework)
            .bind("collection", collection)
            .map((row, context) -> again.put(row.getInt(1), row.getString(2)))
            .list());
    return again;
  }

  private static String from(String collection) {
    return switch (collection) {
      case "CFItems" ->
          "from competency.cf_item where framework = :framework and retired_at is null";
      case "CFAssociations" ->
          "from competency.cf_association where framework = :framework and retired_at is null";
      default ->
          "from competency.cf_definition where framework = :framework"
              + " and collection = :collection and retired_at is null";
    };
  }

  private String text(UUID framework, String column) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select " + column + " from competency.framework where identifier = :framework")
            .bind("framework", framework)
            .mapTo(String.class)
            .one());
  }

  private static ObjectNode tree(String json) {
    try {
      return (ObjectNode) Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
