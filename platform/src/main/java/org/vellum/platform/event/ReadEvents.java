package org.vellum.platform.event;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.usecase.UseCase;

/** Gives a consumer the next events and moves its cursor, in one transaction. */
@UseCase
public class ReadEvents {
  private final Cursors cursors;
  private final Clock clock;

  @jakarta.inject.Inject
  ReadEvents(Cursors cursors, Clock clock) {
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * Reads at most {@code limit} events.
   *
   * @return how many were read; 0 if there are none, or another node reads with this cursor
   * @throws EventRefused if the consumer threw: then nothing was read
   */
  public int read(EventConsumer consumer, int limit) {
    String cursor = consumer.cursor();
    Optional<Cursors.Place> place = cursors.take(cursor);
    if (place.isEmpty()) {
      return 0;
    }
    List<String> types = consumer.reads().stream().map(Class::getSimpleName).toList();
    List<StoredEvent> events = cursors.ahead(cursor, place.get(), types, limit);
    for (StoredEvent event : events) {
      if (event.parked()) {
        cursors.park(
            cursor, event.context(), "an earlier event of its subject is parked", clock.instant());
      }
    }
    consume(consumer, events.stream().filter(event -> !event.parked()).toList());
    if (!events.isEmpty()) {
      cursors.move(cursor, events.getLast(), clock.instant());
    }
    return events.size();
  }

  private static void consume(EventConsumer consumer, List<StoredEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    try {
      consumer.consumeAll(
          events.stream()
              .map(event -> new ReadEvent(event.as(consumer.reads()), event.context()))
              .toList());
    } catch (RuntimeException e) {
      // Whichever it was, if there are several: they are read one by one before any is parked.
      throw new EventRefused(events.getFirst(), e);
    }
  }
}
