package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Component;

/**
 * Reads sources when it is their turn, one after the other, in a thread of its own. On several
 * servers the one that stores a page first goes on, and the others leave it.
 */
@Component
public class SourceWorker {
  private static final Logger LOG = Logger.getLogger(SourceWorker.class.getName());
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private final Sources sources;
  private final ReadSource readSource;
  private final Clock clock;
  private volatile boolean stopped;
  private volatile @Nullable Thread thread;

  @Inject
  public SourceWorker(Sources sources, ReadSource readSource, Clock clock) {
    this.sources = sources;
    this.readSource = readSource;
    this.clock = clock;
  }

  /**
   * Begins.
   *
   * @param threads the container's own
   */
  public void start(ThreadFactory threads) {
    Thread worker = threads.newThread(this::work);
    thread = worker;
    worker.start();
  }

  /** Ends; a page that is being stored is stored first. */
  public void stop() {
    stopped = true;
    LockSupport.unpark(thread);
  }

  private void work() {
    while (!stopped) {
      try {
        sources.due(clock.instant()).stream().takeWhile(id -> !stopped).forEach(readSource::read);
      } catch (RuntimeException e) {
        // What a database or a row says may name a person: the kind of failure is enough.
        LOG.log(Level.WARNING, "Reading a source failed: {0}", e.getClass().getName());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
