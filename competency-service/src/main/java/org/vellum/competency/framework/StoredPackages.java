package org.vellum.competency.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.competency.framework.casepackage.CaseObject;
import org.vellum.competency.framework.casepackage.CasePackage;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Repository;

/** Packages as they were taken in: written once, then only compared with. */
@Repository
public class StoredPackages {
  private final Jdbi jdbi;

  @Inject
  public StoredPackages(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Lets imports wait for one another until the caller's transaction ends. */
  public void oneAtATime() {
    jdbi.useHandle(
        handle -> handle.execute("select pg_advisory_xact_lock(hashtext('competency.framework'))"));
  }

  /** Lets nobody else change a framework until the caller's transaction ends. */
  public void lock(UUID framework) {
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                "select identifier from competency.framework where identifier = :framework for"
                    + " update")
            .bind("framework", framework)
            .mapTo(UUID.class)
            .findOne());
  }

  /** Fingerprints of all that was received with a framework, or empty if there is none. */
  public Optional<Map<CaseClass, Map<UUID, String>>> findFingerprints(UUID framework) {
    Map<CaseClass, Map<UUID, String>> found = new EnumMap<>(CaseClass.class);
    jdbi.useHandle(handle ->
        handle
            .createQuery(
                """
                select 'CFDocuments', identifier, fingerprint
                from competency.framework where identifier = :framework
                union all
                select 'CFItems', identifier, fingerprint
                from competency.cf_item
                where framework = :framework and retired_at is null
                union all
                select 'CFAssociations', identifier, fingerprint
                from competency.cf_association
                where framework = :framework and retired_at is null
                union all
                select collection, identifier, fingerprint
                from competency.cf_definition
                where framework = :framework and retired_at is null
                """)
            .bind("framework", framework)
            .map((row, context) ->
                found
                    .computeIfAbsent(
                        CaseClass.ofCollection(row.getString(1)), each -> new HashMap<>())
                    .put(row.getObject(2, UUID.class), row.getString(3)))
            .list());
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Which of these items another framework holds. */
  public List<UUID> itemsElsewhere(UUID framework, List<UUID> items) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select identifier from competency.cf_item
                where identifier = any(:items) and framework <> :framework
                """)
            .bind("items", items.toArray(UUID[]::new))
            .bind("framework", framework)
            .mapTo(UUID.class)
            .list());
  }

  /** Writes a package that is not here yet. */
  public void add(CasePackage casePackage, Provenance provenance) {
    ObjectNode sent = casePackage.document().strict();
    if (sent.has("adoptionStatus")) {
      sent.put("adoptionStatus", AdoptionStatus.current(sent.path("adoptionStatus").textValue()));
    }
    put(casePackage, sent, provenance);
  }

  /**
   * Writes a package, in place of what is here of its objects.
   *
   * @param sent its CFDocument as it shall be served
   */
  public void put(CasePackage casePackage, ObjectNode sent, Provenance provenance) {
    CaseObject document = casePackage.document();
    jdbi.useHandle(handle -> {
      putFramework(handle, casePackage, document, sent, provenance);
      try (PackageRows rows = new PackageRows(handle, document.identifier())) {
        casePackage.forEach(rows::add);
      }
    });
  }

  /** Who brought a package, when, and whether it is published under this server's addresses. */
  public record Provenance(String importedBy, Instant importedAt, boolean publishedHere) {}

  private static void putFramework(
      Handle handle,
      CasePackage casePackage,
      CaseObject document,
      ObjectNode sent,
      Provenance provenance) {
    handle
        .createUpdate(
            """
            insert into competency.framework (identifier, uri, package_uri, title, creator,
              version, adoption_status, published_here, skeleton, received, fingerprint, sent,
              findings, imported_at, imported_by, changed_at)
            values (:identifier, :uri, :packageUri, :title, :creator,
              :version, :status, :here, :skeleton, :received, :fingerprint, :sent::json,
              :findings, :now, :by, :now)
            on conflict (identifier) do update set uri = excluded.uri,
              package_uri = excluded.package_uri, title = excluded.title,
              creator = excluded.creator, version = excluded.version,
              adoption_status = excluded.adoption_status, skeleton = excluded.skeleton,
              received = excluded.received, fingerprint = excluded.fingerprint,
              sent = excluded.sent, findings = excluded.findings,
              changed_at = excluded.changed_at
            """)
        .bind("identifier", document.identifier())
        .bind("uri", sent.path("uri").textValue())
        .bind("packageUri", casePackage.packageUri())
        .bind("title", sent.path("title").textValue())
        .bind("creator", sent.path("creator").textValue())
        .bind("version", sent.path("version").textValue())
        .bind("status", sent.path("adoptionStatus").textValue())
        .bind("here", provenance.publishedHere())
        .bind("skeleton", new Jsonb(casePackage.skeleton()))
        .bind("received", new Jsonb(document.received()))
        .bind("fingerprint", document.fingerprint())
        .bind("sent", sent.toString())
        .bind("findings", new Jsonb(text(casePackage.findings())))
        .bind("now", provenance.importedAt())
        .bind("by", provenance.importedBy())
        .execute();
  }

  /** Replaces the served form of a framework's document, and the status for finding it. */
  public void restate(UUID framework, ObjectNode document, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.framework
                set sent = :sent::json, adoption_status = :status, changed_at = :now
                where identifier = :identifier
                """)
            .bind("sent", document.toString())
            .bind("status", document.path("adoptionStatus").textValue())
            .bind("now", now)
            .bind("identifier", framework)
            .execute());
  }

  private static String text(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of records can be written", e);
    }
  }
}
