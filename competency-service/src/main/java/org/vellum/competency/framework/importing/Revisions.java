package org.vellum.competency.framework.importing;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.ReceivedPackages;
import org.vellum.platform.usecase.Repository;

/**
 * What frameworks were before merges. A revision that was a draft, or whose framework is one, is
 * there for registrars only.
 */
@Repository
public class Revisions {
  private static final String VISIBLE =
      """
       from competency.framework_revision r
      join competency.framework f on f.identifier = r.framework
      where r.framework = :framework and (:drafts or not (r.draft or f.draft))
      """;

  private final Jdbi jdbi;
  private final ReceivedPackages received;

  @Inject
  public Revisions(Jdbi jdbi, ReceivedPackages received) {
    this.jdbi = jdbi;
    this.received = received;
  }

  /**
   * Keeps a framework as it stands.
   *
   * @return the number of the revision
   */
  int keep(UUID framework, Instant now, String actor) {
    byte[] asReceived = asReceived(framework);
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                insert into competency.framework_revision (framework, number, title, version,
                  draft, sent, received, stood_from, replaced_at, replaced_by)
                select f.identifier, (select coalesce(max(number), 0) + 1
                    from competency.framework_revision where framework = f.identifier),
                  f.title, f.version, f.draft, json_build_object(
                    'CFDocument', f.sent,
                    'CFItems', (select coalesce(json_agg(sent order by position), '[]')
                      from competency.cf_item where framework = f.identifier),
                    'CFAssociations', (select coalesce(json_agg(sent order by position), '[]')
                      from competency.cf_association where framework = f.identifier),
                    'CFDefinitions', (
                      select coalesce(json_object_agg(collection, objects), '{}') from (
                        select collection, json_agg(sent order by position) as objects
                        from competency.cf_definition
                        where framework = f.identifier and collection <> 'CFRubrics'
                        group by collection) d),
                    'CFRubrics', (select coalesce(json_agg(sent order by position), '[]')
                      from competency.cf_definition
                      where framework = f.identifier and collection = 'CFRubrics')),
                  :received, f.changed_at, :now, :actor
                from competency.framework f where f.identifier = :framework
                returning number
                """)
            .bind("framework", framework)
            .bind("received", asReceived)
            .bind("now", now)
            .bind("actor", actor)
            .mapTo(Integer.class)
            .one());
  }

  private byte[] asReceived(UUID framework) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      received.write(framework, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes what is written to it", e);
    }
    return bytes.toByteArray();
  }

  /** The revisions of a framework that the audience may see, the newest first. */
  List<Revision> list(UUID framework, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select r.number, r.title, r.version, r.draft, r.stood_from, r.replaced_at"
                    + VISIBLE
                    + " order by r.number desc")
            .bind("framework", framework)
            .bind("drafts", audience == Audience.REGISTRARS)
            .map((row, context) -> revision(row))
            .list());
  }

  /**
   * The CFPackage of a revision as it was served, a JSON text.
   *
   * @param label its number, or the version that it stated, of which the newest counts
   */
  Optional<String> findPackage(UUID framework, String label, Audience audience) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select r.sent"
                    + VISIBLE
                    + """
                     and (r.number::text = :label or r.version = :label)
                    order by r.number::text <> :label, r.number desc limit 1
                    """)
            .bind("framework", framework)
            .bind("label", label)
            .bind("drafts", audience == Audience.REGISTRARS)
            .mapTo(String.class)
            .findOne());
  }

  /** The CFPackage of a revision as it was received, in UTF-8, compressed by gzip. */
  Optional<byte[]> findReceived(UUID framework, int number) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select r.received" + VISIBLE + " and r.number = :number")
            .bind("framework", framework)
            .bind("number", number)
            .bind("drafts", true)
            .mapTo(byte[].class)
            .findOne());
  }

  private static Revision revision(ResultSet row) throws SQLException {
    return new Revision(
        row.getInt("number"),
        row.getString("title"),
        Optional.ofNullable(row.getString("version")),
        row.getBoolean("draft"),
        row.getObject("stood_from", OffsetDateTime.class).toInstant(),
        row.getObject("replaced_at", OffsetDateTime.class).toInstant());
  }
}
