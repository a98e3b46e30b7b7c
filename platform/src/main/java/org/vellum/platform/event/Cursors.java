package org.vellum.platform.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Repository;

/** How far each consumer has read, and the events that lie ahead of it. */
@Repository
class Cursors {
  private final Jdbi jdbi;

  @jakarta.inject.Inject
  Cursors(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Takes the cursor for the rest of the transaction.
   *
   * @return false if another node is reading with it now
   */
  boolean take(String cursor) {
    return jdbi.withHandle(handle -> {
      // Readers come here whenever anything is announced, and a cursor is there but once it is not.
      Found found =
          handle
              .createQuery(
                  """
                  select pg_try_advisory_xact_lock(hashtextextended('event:' || :cursor, 0))
                           as taken,
                         exists (select from platform.event_cursor where name = :cursor) as known
                  """)
              .bind("cursor", cursor)
              .map((row, context) -> new Found(row.getBoolean("taken"), row.getBoolean("known")))
              .one();
      if (found.taken() && !found.known()) {
        handle
            .createUpdate(
                "insert into platform.event_cursor (name) values (:cursor) on conflict do nothing")
            .bind("cursor", cursor)
            .execute();
      }
      return found.taken();
    });
  }

  /** Whether a cursor was taken, and whether it is there. */
  private record Found(boolean taken, boolean known) {}

  /**
   * The next events in commit-safe order: only those whose horizon lies below every transaction
   * that still runs, so that none can appear behind the cursor later. A horizon is never below its
   * own transaction, nor below any that had ended when it was written; so a fact that rests on
   * another comes after it, though its transaction may have begun before.
   */
  List<StoredEvent> ahead(String cursor, Collection<String> types, int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select e.horizon::text, e.position, e.type, e.subject,
                       e.payload::text, e.occurred_at
                from platform.event e
                join platform.event_cursor c on c.name = :cursor
                where (e.horizon, e.position) > (c.horizon, c.position)
                  and e.horizon < pg_snapshot_xmin(pg_current_snapshot())
                  and e.type = any(:types)
                order by e.horizon, e.position
                limit :limit
                """)
            .bind("cursor", cursor)
            .bindArray("types", String.class, types)
            .bind("limit", limit)
            .map((row, context) ->
                new StoredEvent(
                    row.getString(1),
                    row.getString(3),
                    row.getString(5),
                    new EventContext(
                        row.getLong(2),
                        row.getString(4),
                        row.getObject(6, OffsetDateTime.class).toInstant())))
            .list());
  }

  void move(String cursor, StoredEvent last, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                update platform.event_cursor
                set horizon = :horizon::xid8, position = :position, moved_at = :now
                where name = :cursor
                """)
            .bind("horizon", last.horizon())
            .bind("position", last.context().position())
            .bind("now", now)
            .bind("cursor", cursor)
            .execute());
  }

  boolean isParked(String cursor, String subject) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select exists (select 1 from platform.parked_event
                               where cursor_name = :cursor and subject = :subject)
                """)
            .bind("cursor", cursor)
            .bind("subject", subject)
            .mapTo(Boolean.class)
            .one());
  }

  void park(String cursor, EventContext event, String reason, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into platform.parked_event
                  (cursor_name, position, subject, reason, parked_at)
                values (:cursor, :position, :subject, :reason, :now)
                on conflict do nothing
                """)
            .bind("cursor", cursor)
            .bind("position", event.position())
            .bind("subject", event.subject())
            .bind("reason", reason)
            .bind("now", now)
            .execute());
  }

  /** Puts the cursor before the first event and forgets what was parked. */
  void reset(String cursor) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate("delete from platform.parked_event where cursor_name = :cursor")
          .bind("cursor", cursor)
          .execute();
      handle
          .createUpdate(
              """
              update platform.event_cursor set horizon = '0', position = 0
              where name = :cursor
              """)
          .bind("cursor", cursor)
          .execute();
    });
  }

  /** How many events are parked over all cursors. */
  int parked() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from platform.parked_event")
            .mapTo(Integer.class)
            .one());
  }
}
