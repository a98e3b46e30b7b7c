package org.vellum.platform.event;

import java.time.Clock;
import org.vellum.platform.usecase.UseCase;

/** Sets an event aside that its consumer cannot take in, so that other subjects go on. */
@UseCase
public class ParkEvent {
  private final Cursors cursors;
  private final Clock clock;

  @jakarta.inject.Inject
  ParkEvent(Cursors cursors, Clock clock) {
    this.cursors = cursors;
    this.clock = clock;
  }

  /** Parks the refused event and moves the cursor past it. */
  public void park(EventConsumer consumer, EventRefused refused) {
    if (cursors.take(consumer.cursor()).isPresent()) {
      StoredEvent event = refused.event();
      cursors.park(consumer.cursor(), event.context(), refused.reason(), clock.instant());
      cursors.move(consumer.cursor(), event, clock.instant());
    }
  }
}
