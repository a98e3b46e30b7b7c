package org.vellum.platform.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads for one consumer until it is stopped. */
final class EventReader implements Runnable {
  private static final Logger LOG = Logger.getLogger(EventReader.class.getName());
  private static final int BATCH = 100;
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  private final EventConsumer consumer;
  private final ReadEvents readEvents;
  private final ParkEvent parkEvent;
  private final Semaphore calls = new Semaphore(1);
  private final Duration firstPause;
  private volatile boolean stopped;

  EventReader(EventConsumer consumer, ReadEvents readEvents, ParkEvent parkEvent) {
    this(consumer, readEvents, parkEvent, FIRST_PAUSE);
  }

  /** A reader that waits so long before it tries a refused event again, then twice as long. */
  EventReader(
      EventConsumer consumer, ReadEvents readEvents, ParkEvent parkEvent, Duration firstPause) {
    this.consumer = consumer;
    this.firstPause = firstPause;
    this.readEvents = readEvents;
    this.parkEvent = parkEvent;
  }

  void wake() {
    calls.release();
  }

  void stop() {
    stopped = true;
    wake();
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        calls.acquire();
        calls.drainPermits();
        readAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readAll() throws InterruptedException {
    int attempts = 0;
    int oneByOne = 0;
    while (!stopped) {
      try {
        int limit = oneByOne > 0 ? 1 : BATCH;
        int read = readEvents.read(consumer, limit);
        attempts = 0;
        oneByOne = Math.max(0, oneByOne - 1);
        // What is announced from now on wakes it again. To go on would be to read what is announced
        // in quick succession one by one, for the price of many.
        if (read < limit) {
          return;
        }
      } catch (EventRefused refused) {
        // One by one from here, so that what can be read before the refused event is kept.
        oneByOne = BATCH;
        attempts = again(refused, attempts + 1);
      } catch (RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "{0} could not read: {1}",
            new Object[] {consumer.cursor(), e.getClass().getName()});
        return;
      }
    }
  }

  private int again(EventRefused refused, int attempts) throws InterruptedException {
    if (attempts <= ATTEMPTS) {
      Thread.sleep(firstPause.multipliedBy(1L << (attempts - 1)));
      return attempts;
    }
    LOG.log(
        Level.SEVERE,
        "{0} cannot read event {1} and parks it: {2}",
        new Object[] {consumer.cursor(), refused.event().context().position(), refused.reason()});
    parkEvent.park(consumer, refused);
    return 0;
  }
}
