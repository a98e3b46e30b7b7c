package org.vellum.competency.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Repository;

/**
 * Packages put together again from what is stored, in the form in which they were received: with
 * what CASE does not know, and with every repetition in its place.
 */
@Repository
public class WholePackages {
  private final Jdbi jdbi;

  @Inject
  public WholePackages(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The CFPackage of a framework, held in memory whole; empty if this audience may not see it. */
  public Optional<ObjectNode> find(UUID framework, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select skeleton, received from competency.framework
                where identifier = :framework and (not draft or :drafts)
                """)
            .bind("framework", framework)
            .bind("drafts", audience.seesDrafts())
            .map((row, context) -> begun(row))
            .findOne()
            .map(whole -> filled(whole, framework, handle)));
  }

  private static ObjectNode begun(ResultSet row) throws SQLException {
    ObjectNode whole = (ObjectNode) parse(row.getString("skeleton"));
    whole.set("CFDocument", parse(row.getString("received")));
    return whole;
  }

  private static ObjectNode filled(ObjectNode whole, UUID framework, Handle handle) {
    Map<String, SortedMap<Integer, JsonNode>> collections = new HashMap<>();
    handle
        .createQuery(
            """
            select 'CFItems' as collection, positions, received from competency.cf_item
            where framework = :framework and retired_at is null
            union all select 'CFAssociations', positions, received from competency.cf_association
            where framework = :framework and retired_at is null
            union all select collection, positions, received from competency.cf_definition
            where framework = :framework and retired_at is null
            union all select collection, positions, received from competency.cf_variant
            where framework = :framework
            """)
        .bind("framework", framework)
        .setFetchSize(1_000)
        .map((row, context) -> place(row, collections))
        .forEach(placed -> {});
    collections.forEach((name, objects) -> holder(whole, name).addAll(objects.values()));
    return whole;
  }

  private static boolean place(ResultSet row, Map<String, SortedMap<Integer, JsonNode>> collections)
      throws SQLException {
    SortedMap<Integer, JsonNode> collection =
        collections.computeIfAbsent(row.getString("collection"), name -> new TreeMap<>());
    JsonNode object = parse(row.getString("received"));
    for (Integer position : (Integer[]) row.getArray("positions").getArray()) {
      collection.put(position, object);
    }
    return true;
  }

  private static ArrayNode holder(ObjectNode whole, String collection) {
    boolean ofPackage =
        switch (CaseClass.ofCollection(collection)) {
          case ITEM, ASSOCIATION, RUBRIC -> true;
          default -> false;
        };
    ObjectNode holder =
        ofPackage
            ? whole
            : whole.path("CFDefinitions") instanceof ObjectNode definitions
                ? definitions
                : whole.putObject("CFDefinitions");
    return holder.path(collection) instanceof ArrayNode array ? array : holder.putArray(collection);
  }

  private static JsonNode parse(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we stored can be read", e);
    }
  }
}
