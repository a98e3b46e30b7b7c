package org.vellum.platform.event;

import org.vellum.platform.usecase.UseCase;

/** Lets a consumer read all of history again: how a projection is rebuilt. */
@UseCase
public class ReplayEvents {
  private final Cursors cursors;

  @jakarta.inject.Inject
  ReplayEvents(Cursors cursors) {
    this.cursors = cursors;
  }

  /**
   * Puts the consumer's cursor before the first event and gives it its parked events again.
   *
   * @return false if the consumer is reading just now; then nothing was changed
   */
  public boolean replay(EventConsumer consumer) {
    if (cursors.take(consumer.cursor()).isEmpty()) {
      return false;
    }
    cursors.reset(consumer.cursor());
    return true;
  }
}
