package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Repository;

/** The other systems whose roster is read, without those that were ended. */
@Repository
public class Sources {
  /** What failed is not tried again sooner, unless somebody asks for it. */
  private static final String RETRY = "interval '15 minutes'";

  private final Jdbi jdbi;

  @Inject
  public Sources(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** All of them, by name. */
  public List<Source> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select * from competency.source where ended_at is null order by lower(name), id")
            .map((row, context) -> source(row))
            .list());
  }

  /** One of them. */
  public Optional<Source> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select * from competency.source where id = :id and ended_at is null")
            .bind("id", id)
            .map((row, context) -> source(row))
            .findOne());
  }

  /** Whether one is called so, whatever the case. */
  boolean has(String name) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select exists (select from competency.source
                  where lower(name) = lower(:name) and ended_at is null)
                """)
            .bind("name", name)
            .mapTo(Boolean.class)
            .one());
  }

  void add(Source source, byte[] sealedSecret, String madeBy, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into competency.source (id, name, kind, address, token_address, client_id,
                  sealed_secret, extras, every_minutes, made_by, made_at)
                values (:id, :name, :kind, :address, :tokenAddress, :clientId, :secret,
                  :extras, :everyMinutes, :madeBy, :now)
                """)
            .bindMethods(source)
            .bind("kind", source.kind().name())
            .bind("secret", sealedSecret)
            .bind("madeBy", madeBy)
            .bind("now", now)
            .execute());
  }

  byte[] sealedSecret(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select sealed_secret from competency.source where id = :id")
            .bind("id", id)
            .mapTo(byte[].class)
            .one());
  }

  /** Those whose turn it is to be read, the longest waiting first. */
  List<UUID> due(Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select id from competency.source
                 where ended_at is null and (requested
                   or (last_failure_at is null or last_failure_at < :now::timestamptz - %s)
                     and (run_began_at is not null
                       or every_minutes > 0 and coalesce(last_success_at, '-infinity')
                            < :now::timestamptz - every_minutes * interval '1 minute'))
                 order by coalesce(last_success_at, '-infinity'), id
                """
                    .formatted(RETRY))
            .bind("now", now)
            .mapTo(UUID.class)
            .list());
  }

  /** Asks for one to be read; whether there is one. */
  boolean request(UUID id) {
    return update("requested = true", id);
  }

  /** Asks for all of one to be read, from the beginning; whether there is one. */
  boolean requestAll(UUID id) {
    return update("requested = true, complete_as_of = null, run_began_at = null", id);
  }

  /** Ends one, and forgets its secret. */
  boolean end(UUID id, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.source set ended_at = :now, sealed_secret = '', requested = false
                 where id = :id and ended_at is null
                """)
            .bind("id", id)
            .bind("now", now)
            .execute())
        == 1;
  }

  /** Begins a reading, where none is going on. */
  void begin(UUID id, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.source
                   set run_began_at = :now, run_since = complete_as_of, collection = 0,
                       next_offset = 0, objects = 0, refused = 0, requested = false
                 where id = :id and run_began_at is null
                """)
            .bind("id", id)
            .bind("now", now)
            .execute());
    update("requested = false", id);
  }

  /** Keeps how far a reading has come, if it is where the caller left it. */
  boolean advance(UUID id, Source.Reading from, Source.Reading to) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.source
                   set collection = :collection, next_offset = :offset, objects = :objects,
                       refused = :refused
                 where id = :id and run_began_at is not null
                   and collection = :fromCollection and next_offset = :fromOffset
                """)
            .bind("id", id)
            .bind("collection", to.collection())
            .bind("offset", to.offset())
            .bind("objects", to.objects())
            .bind("refused", to.refused())
            .bind("fromCollection", from.collection())
            .bind("fromOffset", from.offset())
            .execute())
        == 1;
  }

  /**
   * Completes a reading.
   *
   * @param asOf what changed before it is known now
   */
  void complete(UUID id, Instant asOf, Instant now, UUID report) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.source
                   set run_began_at = null, run_since = null, complete_as_of = :asOf,
                       last_success_at = :now, last_report = :report
                 where id = :id
                """)
            .bind("id", id)
            .bind("asOf", asOf)
            .bind("now", now)
            .bind("report", report)
            .execute());
  }

  /** Notes why a reading broke off. */
  void fail(UUID id, String why, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update competency.source
                   set last_failure_at = :now, last_failure = :why, requested = false
                 where id = :id
                """)
            .bind("id", id)
            .bind("why", why)
            .bind("now", now)
            .execute());
  }

  private boolean update(String change, UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "update competency.source set " + change + " where id = :id and ended_at is null")
            .bind("id", id)
            .execute())
        == 1;
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getObject("id", UUID.class),
        row.getString("name"),
        SourceKind.valueOf(row.getString("kind")),
        row.getString("address"),
        row.getString("token_address"),
        row.getString("client_id"),
        row.getBoolean("extras"),
        row.getInt("every_minutes"),
        row.getBoolean("requested"),
        reading(row),
        instant(row, "complete_as_of"),
        instant(row, "last_success_at"),
        instant(row, "last_failure_at"),
        Optional.ofNullable(row.getString("last_failure")),
        Optional.ofNullable(row.getObject("last_report", UUID.class)));
  }

  private static Optional<Source.Reading> reading(ResultSet row) throws SQLException {
    Optional<Instant> began = instant(row, "run_began_at");
    return began.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Source.Reading(
                began.get(),
                instant(row, "run_since"),
                row.getInt("collection"),
                row.getInt("next_offset"),
                row.getInt("objects"),
                row.getInt("refused")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }
}
