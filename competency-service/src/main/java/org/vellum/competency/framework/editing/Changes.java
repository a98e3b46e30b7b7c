package org.vellum.competency.framework.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.DraftRows.Stored;
import org.vellum.competency.framework.StoredJson;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/** What was done to drafts, the latest of which can be undone. */
@Repository
class Changes {
  private final Jdbi jdbi;

  @Inject
  Changes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An object that was changed.
   *
   * @param before its rows before; empty if it was added
   * @param after its fingerprint after; empty if it was removed
   */
  record Kept(CaseClass type, UUID identifier, Optional<Stored> before, Optional<String> after) {}

  /**
   * A change.
   *
   * @param undone whether it was undone since
   */
  record Change(UUID id, Instant madeAt, String madeBy, String summary, boolean undone) {}

  void add(UUID id, UUID framework, Instant now, String actor, String summary, List<Kept> objects) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    objects.forEach(object -> kept.add(json(object)));
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.framework_change
                  (id, framework, made_at, made_by, summary, objects)
                values (:id, :framework, :now, :actor, :summary, :objects)
                """)
            .bind("id", id)
            .bind("framework", framework)
            .bind("now", now)
            .bind("actor", actor)
            .bind("summary", summary)
            .bind("objects", new Jsonb(kept.toString()))
            .execute());
  }

  /** The changes of a draft, the latest first; at most so many. */
  List<Change> list(UUID framework, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, made_at, made_by, summary, undone_at is not null as undone
                from competency.framework_change
                where framework = :framework order by position desc limit :limit
                """)
            .bind("framework", framework)
            .bind("limit", limit)
            .map((row, context) -> change(row))
            .list());
  }

  /** The latest change that was not undone. */
  Optional<Change> findLast(UUID framework) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id, made_at, made_by, summary, false as undone
                from competency.framework_change
                where framework = :framework and undone_at is null order by position desc limit 1
                """)
            .bind("framework", framework)
            .map((row, context) -> change(row))
            .findOne());
  }

  /** The objects that a change wrote and removed. */
  List<Kept> listObjects(UUID change) {
    String json =
        jdbi.withHandle(handle ->
            handle
                .createQuery("select objects from competency.framework_change where id = :id")
                .bind("id", change)
                .mapTo(String.class)
                .one());
    List<Kept> objects = new ArrayList<>();
    StoredJson.read(json).forEach(object -> objects.add(kept(object)));
    return objects;
  }

  void undone(UUID change, Instant now, String actor) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.framework_change set undone_at = :now, undone_by = :actor
                where id = :id
                """)
            .bind("id", change)
            .bind("now", now)
            .bind("actor", actor)
            .execute());
  }

  private static ObjectNode json(Kept kept) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", kept.type().name()).put("identifier", kept.identifier().toString());
    json.put("after", text(kept.after()));
    kept.before()
        .ifPresent(before -> {
          ObjectNode was = json.putObject("before");
          ArrayNode positions = was.putArray("positions");
          before.positions().forEach(positions::add);
          was.put("received", before.received());
          was.put("sent", before.sent());
          was.put("fingerprint", before.fingerprint());
        });
    return json;
  }

  private static @Nullable String text(Optional<String> text) {
    return text.orElse(null);
  }

  private static Kept kept(JsonNode json) {
    JsonNode was = json.path("before");
    List<Integer> positions = new ArrayList<>();
    was.path("positions").forEach(position -> positions.add(position.intValue()));
    return new Kept(
        CaseClass.valueOf(json.path("type").asText()),
        UUID.fromString(json.path("identifier").asText()),
        was.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                new Stored(
                    positions,
                    was.path("received").asText(),
                    was.path("sent").asText(),
                    was.path("fingerprint").asText())),
        Optional.ofNullable(json.path("after").textValue()));
  }

  private static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getObject("id", UUID.class),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getString("made_by"),
        row.getString("summary"),
        row.getBoolean("undone"));
  }
}
