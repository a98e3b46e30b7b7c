package org.vellum.platform.event;

import org.vellum.platform.usecase.Component;

/** How the reading of events stands, for the health of the application. */
@Component
public class EventLag {
  private final Cursors cursors;

  @jakarta.inject.Inject
  EventLag(Cursors cursors) {
    this.cursors = cursors;
  }

  /** How many events are parked: facts that some projection lacks until they are replayed. */
  public int parked() {
    return cursors.parked();
  }
}
