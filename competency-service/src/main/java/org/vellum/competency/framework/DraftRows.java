package org.vellum.competency.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseObject;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/**
 * Single objects of a framework, in both shapes, to be written anew. Whoever writes has locked the
 * framework.
 */
@Repository
public class DraftRows {
  private static final List<String> KEPT_OF_A_DRAFT =
      List.of(
          "framework_change",
          "framework_comment",
          "framework_version",
          "framework_revision",
          "import_plan",
          "cf_variant",
          "cf_definition",
          "cf_association",
          "cf_item");

  private final Jdbi jdbi;

  @Inject
  public DraftRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An object as it is stored.
   *
   * @param positions where it stands in its collection
   * @param received JSON text as it was received, or last changed here
   * @param sent JSON text in the strict form of CASE 1.1 inside a package
   * @param fingerprint tells whether it was changed
   */
  public record Stored(List<Integer> positions, String received, String sent, String fingerprint) {

    public Stored {
      positions = List.copyOf(positions);
    }
  }

  /** An object of a framework; a CRITERION or LEVEL stands inside a rubric and is never found. */
  public Optional<Stored> find(UUID framework, CaseClass type, UUID identifier) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                switch (type) {
                  case DOCUMENT ->
                      "select array[0] as positions, received, sent, fingerprint"
                          + " from competency.framework"
                          + " where identifier = :identifier and identifier = :framework";
                  case ITEM, ASSOCIATION ->
                      "select positions, received, sent, fingerprint from "
                          + table(type)
                          + " where identifier = :identifier and framework = :framework";
                  default ->
                      "select positions, received, sent, fingerprint from competency.cf_definition"
                          + " where identifier = :identifier and framework = :framework"
                          + " and collection = :collection";
                })
            .bind("identifier", identifier)
            .bind("framework", framework)
            .bind("collection", type.collection())
            .map((row, context) -> stored(row))
            .findOne());
  }

  /** The first position in a collection behind which nothing stands. */
  public int nextPosition(UUID framework, CaseClass type) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select coalesce(max(p), -1) + 1 from (
                  select unnest(positions) p from %s where framework = :framework %s
                  union all
                  select unnest(positions) from competency.cf_variant
                  where framework = :framework and collection = :collection) positions
                """
                    .formatted(
                        table(type), isDefinition(type) ? "and collection = :collection" : ""))
            .bind("framework", framework)
            .bind("collection", type.collection())
            .mapTo(Integer.class)
            .one());
  }

  /** Writes an object in the place of the one with its identifier, if there is one. */
  public void put(UUID framework, CaseObject object) {
    jdbi.useHandle(handle -> {
      if (object.type() == CaseClass.DOCUMENT) {
        putDocument(handle, object);
      } else {
        remove(handle, framework, object.type(), object.identifier());
        try (PackageRows rows = new PackageRows(handle, framework)) {
          rows.add(object);
        }
      }
    });
  }

  /** Removes an object that is not the document. */
  public void remove(UUID framework, CaseClass type, UUID identifier) {
    jdbi.useHandle(handle -> remove(handle, framework, type, identifier));
  }

  /** Removes a draft with all that is kept of it: its objects, its history, what was said of it. */
  public void discard(UUID framework) {
    jdbi.useHandle(handle -> {
      for (String table : KEPT_OF_A_DRAFT) {
        handle.execute("delete from competency." + table + " where framework = ?", framework);
      }
      handle.execute("delete from competency.framework where identifier = ? and draft", framework);
    });
  }

  /**
   * Notes that something of a framework changed: its document says so (CASE 1.1, implementation
   * guide, section 4.3). Its fingerprint stays, since whoever is changing the document meanwhile
   * would not lose anything.
   */
  public void touch(UUID framework, Instant now) {
    Stored document = find(framework, CaseClass.DOCUMENT, framework).orElseThrow();
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.framework
                set received = :received, sent = :sent::json, changed_at = :now
                where identifier = :framework
                """)
            .bind("received", new Jsonb(changed(document.received(), now)))
            .bind("sent", changed(document.sent(), now))
            .bind("now", now)
            .bind("framework", framework)
            .execute());
  }

  private static String changed(String json, Instant now) {
    ObjectNode document = (ObjectNode) StoredJson.read(json);
    return document.put("lastChangeDateTime", now.toString()).toString();
  }

  private static void putDocument(Handle handle, CaseObject object) {
    JsonNode sent = object.strict();
    handle
        .createUpdate(
            """
            update competency.framework
            set title = :title, creator = :creator, version = :version, received = :received,
              fingerprint = :fingerprint, sent = :sent::json
            where identifier = :identifier
            """)
        .bind("title", sent.path("title").textValue())
        .bind("creator", sent.path("creator").textValue())
        .bind("version", sent.path("version").textValue())
        .bind("received", new Jsonb(object.received()))
        .bind("fingerprint", object.fingerprint())
        .bind("sent", sent.toString())
        .bind("identifier", object.identifier())
        .execute();
  }

  private static void remove(Handle handle, UUID framework, CaseClass type, UUID identifier) {
    handle
        .createUpdate(
            "delete from "
                + table(type)
                + " where framework = :framework and identifier = :identifier"
                + (isDefinition(type) ? " and collection = :collection" : ""))
        .bind("framework", framework)
        .bind("identifier", identifier)
        .bind("collection", type.collection())
        .execute();
  }

  private static boolean isDefinition(CaseClass type) {
    return type != CaseClass.ITEM && type != CaseClass.ASSOCIATION;
  }

  private static String table(CaseClass type) {
    return switch (type) {
      case ITEM -> "competency.cf_item";
      case ASSOCIATION -> "competency.cf_association";
      default -> "competency.cf_definition";
    };
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        List.of((Integer[]) row.getArray("positions").getArray()),
        row.getString("received"),
        row.getString("sent"),
        row.getString("fingerprint"));
  }
}
