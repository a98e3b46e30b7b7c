package org.vellum.competency.framework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseObject;
import org.vellum.platform.persistence.Jsonb;

/** Writes a package's objects as rows, many at a time. */
final class PackageRows implements AutoCloseable {
  private static final int AT_A_TIME = 500;

  private final UUID framework;
  private final PreparedBatch items;
  private final PreparedBatch associations;
  private final PreparedBatch definitions;
  private final PreparedBatch variants;

  PackageRows(Handle handle, UUID framework) {
    this.framework = framework;
    this.items =
        handle.prepareBatch(
            """
            insert into competency.cf_item (identifier, framework, positions, uri, human_code,
              item_type, statement, received, fingerprint, sent)
            values (:identifier, :framework, :positions, :uri, :code,
              :type, :statement, :received, :fingerprint, :sent::json)
            """);
    this.associations =
        handle.prepareBatch(
            """
            insert into competency.cf_association (framework, identifier, positions, type, origin,
              destination, sequence, received, fingerprint, sent)
            values (:framework, :identifier, :positions, :type, :origin,
              :destination, :sequence, :received, :fingerprint, :sent::json)
            """);
    this.definitions =
        handle.prepareBatch(
            """
            insert into competency.cf_definition (framework, collection, identifier, positions,
              title, hierarchy_code, received, fingerprint, sent)
            values (:framework, :collection, :identifier, :positions,
              :title, :code, :received, :fingerprint, :sent::json)
            """);
    this.variants =
        handle.prepareBatch(
            """
            insert into competency.cf_variant (framework, collection, identifier, positions, received)
            values (:framework, :collection, :identifier, :positions, :received)
            """);
  }

  /** Adds an object that is not the document. */
  void add(CaseObject object) {
    PreparedBatch batch =
        object.variant()
            ? variants.bind("collection", object.type().collection())
            : served(object)
                .bind("fingerprint", object.fingerprint())
                .bind("sent", object.strict().toString());
    batch
        .bind("framework", framework)
        .bind("identifier", object.identifier())
        .bind("positions", object.positions().toArray(Integer[]::new))
        .bind("received", new Jsonb(object.received()))
        .add();
    if (batch.size() >= AT_A_TIME) {
      batch.execute();
    }
  }

  private PreparedBatch served(CaseObject object) {
    JsonNode sent = object.strict();
    return switch (object.type()) {
      case ITEM ->
          items
              .bind("uri", sent.path("uri").textValue())
              .bind("code", sent.path("humanCodingScheme").textValue())
              .bind("type", sent.path("CFItemType").textValue())
              .bind("statement", sent.path("fullStatement").textValue());
      case ASSOCIATION ->
          associations
              .bind("type", sent.path("associationType").textValue())
              .bind("origin", identifier(sent.path("originNodeURI")))
              .bind("destination", identifier(sent.path("destinationNodeURI")))
              .bind("sequence", sequence(sent.path("sequenceNumber")));
      default -> definition(object.type(), sent);
    };
  }

  private PreparedBatch definition(CaseClass type, JsonNode sent) {
    return definitions
        .bind("collection", type.collection())
        .bind("title", sent.path("title").textValue())
        .bind("code", sent.path("hierarchyCode").textValue());
  }

  private static String identifier(JsonNode node) {
    return node.path("identifier").textValue();
  }

  private static @Nullable Long sequence(JsonNode number) {
    return number.isNumber() ? number.longValue() : null;
  }

  /** Writes the rows that still wait. */
  @Override
  public void close() {
    for (PreparedBatch batch : new PreparedBatch[] {items, associations, definitions, variants}) {
      try (batch) {
        if (batch.size() > 0) {
          batch.execute();
        }
      }
    }
  }
}
