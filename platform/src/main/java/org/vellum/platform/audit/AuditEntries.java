package org.vellum.platform.audit;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Repository;

/** The rows of the audit log and the head of its chain. */
@Repository
class AuditEntries {
  private static final int PAGE = 1_000;

  private final Jdbi jdbi;

  @Inject
  AuditEntries(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Statements that go to the database together. */
  Together together() {
    return new Together(jdbi);
  }

  /**
   * The head, locked against other writers until the caller's transaction ends.
   *
   * @param waiting goes to the database on the same way, before the lock
   */
  AuditHead lockHead(Together waiting) {
    List<AuditHead> heads = new ArrayList<>();
    waiting.ask(
        "select position, hash, seal from platform.audit_head for update",
        query -> {},
        row -> heads.add(new AuditHead(row.getLong(1), row.getBytes(2), row.getBytes(3))));
    waiting.send();
    return heads.getFirst();
  }

  /** Adds an entry and makes it the head. */
  void add(AuditRow row, byte[] hash, byte[] seal) {
    Together both = together();
    both.change(
        """
        insert into platform.audit_entry
          (position, recorded_at, actor, action, subject, details, hash)
        values (:position, :at, :actor, :action, :subject, :details, :hash)
        """,
        query ->
            query
                .bind("position", row.position())
                .bind("at", row.recordedAt())
                .bind("actor", row.actor())
                .bind("action", row.action())
                .bind("subject", row.subject())
                .bind("details", row.details())
                .bind("hash", hash));
    both.change(
        "update platform.audit_head set position = :position, hash = :hash, seal = :seal",
        query -> query.bind("seal", seal));
    both.send();
  }

  /** Reads all entries in their order, a page at a time, and ends with what the reading finds. */
  <T> T read(Function<Stream<Hashed>, T> reading) {
    return jdbi.withHandle(handle -> {
      try (Stream<Hashed> entries = entries(handle)) {
        return reading.apply(entries);
      }
    });
  }

  /** An entry with the hash that was kept beside it. */
  @SuppressWarnings("ArrayRecordComponent") // read and handed on, never compared
  record Hashed(AuditRow row, byte[] hash) {}

  private static Stream<Hashed> entries(Handle handle) {
    return handle
        .createQuery(
            """
            select position, recorded_at, actor, action, subject, details, hash
            from platform.audit_entry order by position
            """)
        .setFetchSize(PAGE)
        .map((row, context) ->
            new Hashed(
                new AuditRow(
                    row.getLong(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)),
                row.getBytes(7)))
        .stream();
  }
}
