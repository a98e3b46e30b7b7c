package org.vellum.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.usecase.Component;

/** Where a service announces what happened. */
@Component
public class EventLog {
  /** The channel on which waiting readers are woken (PostgreSQL, NOTIFY). */
  static final String CHANNEL = "vellum_event";

  private final Jdbi jdbi;
  private final Clock clock;

  @jakarta.inject.Inject
  public EventLog(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Announces a fact in the caller's transaction: readers see it after the commit, or never.
   *
   * @param event a record of the contracts
   * @param subject whom or what it is about; facts about one subject are read in order
   */
  public void announce(Record event, String subject) {
    announceAll(List.of(event), same -> subject);
  }

  /**
   * Announces many facts, in their order, as {@link #announce} does with one.
   *
   * @param events records of the contracts
   * @param subject whom or what each is about
   */
  public <E extends Record> void announceAll(List<E> events, Function<E, String> subject) {
    if (events.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    jdbi.useHandle(handle -> {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              insert into platform.event (horizon, type, subject, payload, occurred_at)
              values (greatest(
                        pg_current_xact_id(),
                        (pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1)::text::xid8),
                      :type, :subject, :payload, :now)
              """);
      for (E event : events) {
        batch
            .bind("type", event.getClass().getSimpleName())
            .bind("subject", subject.apply(event))
            .bind("payload", new Jsonb(text(event)))
            .bind("now", now)
            .add();
      }
      batch.execute();
      handle.execute("notify " + CHANNEL);
    });
  }

  private static String text(Record event) {
    try {
      return Json.mapper().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an event of the contracts can be written as JSON", e);
    }
  }
}
