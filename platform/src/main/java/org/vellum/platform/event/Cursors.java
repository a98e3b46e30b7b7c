package org.vellum.platform.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Repository;

/** How far each consumer has read, and the events that lie ahead of it. */
@Repository
class Cursors {
  private static final String AHEAD =
      """
      select e.horizon::text, e.position, e.type, e.subject, e.payload::text, e.occurred_at,
             exists (select from platform.parked_event p
               where p.cursor_name = :cursor and p.subject = e.subject) as parked
        from platform.event e
       where (e.horizon, e.position) > (:horizon::xid8, :position)
         and e.horizon < :below::xid8
         and e.type = any(:types)
       order by e.horizon, e.position
       limit :limit
      """;

  private final Jdbi jdbi;
  private final Map<String, Empty> empty = new ConcurrentHashMap<>();

  @jakarta.inject.Inject
  Cursors(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Takes the cursor for the rest of the transaction.
   *
   * @return from where to read on; empty if another node is reading with it now
   */
  Optional<Place> take(String cursor) {
    List<Place> found = new ArrayList<>();
    List<Boolean> taken = new ArrayList<>();
    List<Boolean> known = new ArrayList<>();
    Together together = new Together(jdbi);
    together.ask(
        "select pg_try_advisory_xact_lock(hashtextextended('event:' || :cursor, 0))",
        query -> query.bind("cursor", cursor),
        row -> taken.add(row.getBoolean(1)));
    // By a statement of its own: it sees what the node before has committed.
    together.ask(
        """
        select coalesce(c.horizon, '0')::text, coalesce(c.position, 0),
               pg_snapshot_xmin(pg_current_snapshot())::text, c.name is not null
          from (values (1)) as one
          left join platform.event_cursor c on c.name = :cursor
        """,
        query -> {},
        row -> {
          found.add(new Place(row.getString(1), row.getLong(2), row.getString(3)));
          known.add(row.getBoolean(4));
        });
    together.send();
    if (!taken.getFirst()) {
      return Optional.empty();
    }
    // Readers come whenever anything is announced, and a cursor is there but once it is not.
    if (!known.getFirst()) {
      begin(cursor);
    }
    return Optional.of(found.getFirst());
  }

  private void begin(String cursor) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "insert into platform.event_cursor (name) values (:cursor) on conflict do nothing")
            .bind("cursor", cursor)
            .execute());
  }

  /**
   * Where a cursor stands.
   *
   * @param horizon of the event that was read last; 0 if none was
   * @param position of that event
   * @param below the oldest transaction that still runs: below it no event can appear any more
   */
  record Place(String horizon, long position, String below) {}

  /**
   * A stretch of the log in which there is nothing for a reader, and never will be.
   *
   * @param horizon where it begins, behind this place
   * @param position likewise
   * @param below the horizon before which it ends
   */
  private record Empty(String horizon, long position, String below) {
    boolean beginsAt(Place place) {
      return position == place.position() && horizon.equals(place.horizon());
    }
  }

  /**
   * The next events in commit-safe order: only those whose horizon lies below every transaction
   * that still runs, so that none can appear behind the cursor later. A horizon is never below its
   * own transaction, nor below any that had ended when it was written; so a fact that rests on
   * another comes after it, though its transaction may have begun before.
   *
   * <p>A cursor stands still while nothing comes for its reader, however much comes for others.
   * What was looked through in vain is remembered, and not looked through whenever somebody else is
   * told something.
   */
  List<StoredEvent> ahead(String cursor, Place place, Collection<String> types, int limit) {
    Place from = from(cursor, place);
    List<StoredEvent> events =
        jdbi.withHandle(handle ->
            handle
                .createQuery(AHEAD)
                .bind("cursor", cursor)
                .bind("horizon", from.horizon())
                .bind("position", from.position())
                .bind("below", place.below())
                .bindArray("types", String.class, types)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list());
    if (events.isEmpty()) {
      empty.put(cursor, new Empty(place.horizon(), place.position(), place.below()));
    } else if (events.size() < limit) {
      StoredEvent last = events.getLast();
      empty.put(cursor, new Empty(last.horizon(), last.context().position(), place.below()));
    }
    return events;
  }

  /** Behind what was looked through in vain, if that begins where the cursor stands. */
  private Place from(String cursor, Place place) {
    Empty known = empty.get(cursor);
    return known != null && known.beginsAt(place)
        ? new Place(known.below(), 0, place.below())
        : place;
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getString(1),
        row.getString(3),
        row.getString(5),
        row.getBoolean(7),
        new EventContext(
            row.getLong(2), row.getString(4), row.getObject(6, OffsetDateTime.class).toInstant()));
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
