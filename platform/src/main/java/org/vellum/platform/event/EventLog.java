package org.vellum.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Component;

/** Where a service announces what happened. */
@Component
public class EventLog {
  /** The channel on which waiting readers are woken (PostgreSQL, NOTIFY). */
  static final String CHANNEL = "vellum_event";

  private static final String ANNOUNCE =
      """
      insert into platform.event (horizon, type, subject, payload, occurred_at)
      select greatest(
               pg_current_xact_id(),
               (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1)::text::xid8),
             e.type, e.subject, e.payload::jsonb, :announcedAt
        from unnest(:eventTypes, :eventSubjects, :eventPayloads) with ordinality
          as e (type, subject, payload, position)
       order by e.position
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Optional<Bell> bell;

  @jakarta.inject.Inject
  EventLog(Jdbi jdbi, Clock clock, Bell bell) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.bell = Optional.of(bell);
  }

  /** A log over a database, for whoever is not made by the container. */
  public EventLog(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.bell = Optional.empty();
  }

  /**
   * Announces a fact in the caller's transaction: readers see it after the commit, or never.
   *
   * @param event a record of the contracts
   * @param subject whom or what it is about; facts about one subject are read in order
   */
  public void announce(Record event, String subject) {
    announceEach(List.of(new Announced(event, subject)));
  }

  /**
   * Announces many facts, in their order, as {@link #announce} does with one.
   *
   * @param events records of the contracts
   * @param subject whom or what each is about
   */
  public <E extends Record> void announceAll(List<E> events, Function<E, String> subject) {
    announceEach(events.stream().map(event -> new Announced(event, subject.apply(event))).toList());
  }

  /** Announces facts of many kinds, in their order, as {@link #announce} does with one. */
  public void announceEach(List<Announced> events) {
    Together together = new Together(jdbi);
    announceEach(events, together);
    together.send();
  }

  /** The same, with what else goes to the database. */
  public void announceEach(List<Announced> events, Together together) {
    if (events.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<Announced> announced = List.copyOf(events);
    together.change(
        ANNOUNCE,
        query ->
            query
                .bind(
                    "eventTypes", texts(announced, each -> each.event().getClass().getSimpleName()))
                .bind("eventSubjects", texts(announced, Announced::subject))
                .bind("eventPayloads", texts(announced, each -> text(each.event())))
                .bind("announcedAt", now));
    if (bell.filter(Bell::ringsAfterCommit).isEmpty()) {
      together.change("notify " + CHANNEL, query -> {});
    }
  }

  private static String[] texts(List<Announced> events, Function<Announced, String> text) {
    return events.stream().map(text).toArray(String[]::new);
  }

  private static String text(Record event) {
    try {
      return Json.mapper().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an event of the contracts can be written as JSON", e);
    }
  }
}
