package org.vellum.platform.event;

import java.util.List;
import java.util.Set;

/**
 * A reader of the event log with a cursor of its own. It is given each event at least once, in an
 * order that never shows a later fact of a subject before an earlier one, within a transaction that
 * also moves its cursor; so what it writes to this database it writes once. Resetting the cursor
 * replays history, which is how a projection is rebuilt.
 */
public interface EventConsumer {

  /** Name of the cursor, unique in the application: {@code transcript.records}. */
  String cursor();

  /** The kinds of events that it reads: records of the contracts. */
  Set<Class<? extends Record>> reads();

  /**
   * Takes in one event. To refuse it, throw: the event is then tried again a few times and at last
   * parked together with the later events of its subject, while other subjects go on.
   */
  void consume(Record event, EventContext context);

  /**
   * Takes in events that were read together, in their order; unless said otherwise one after the
   * other. Should any be refused, all are read again by themselves, to find out which.
   */
  default void consumeAll(List<ReadEvent> events) {
    events.forEach(each -> consume(each.event(), each.context()));
  }
}
