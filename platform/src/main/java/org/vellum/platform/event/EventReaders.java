package org.vellum.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.PGConnection;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.usecase.Component;

/**
 * Keeps every consumer reading: one thread for each, woken by {@code NOTIFY} and, should that be
 * lost, by a slow poll. What is announced in quick succession wakes them now and then only, since
 * each of them has several questions to the database whenever it is woken.
 */
@Component
public class EventReaders {
  private static final Logger LOG = Logger.getLogger(EventReaders.class.getName());
  private static final int SLOW_POLL_MILLIS = 5_000;

  private final ReadEvents readEvents;
  private final ParkEvent parkEvent;
  private final Database database;
  private final Bell bell;
  private final List<EventReader> readers = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;

  @jakarta.inject.Inject
  EventReaders(ReadEvents readEvents, ParkEvent parkEvent, Database database, Bell bell) {
    this.readEvents = readEvents;
    this.parkEvent = parkEvent;
    this.database = database;
    this.bell = bell;
  }

  /**
   * Starts reading for the consumers of one service.
   *
   * @param threads the container's own, called in the service's context
   */
  public void start(Iterable<EventConsumer> consumers, ThreadFactory threads) {
    for (EventConsumer consumer : consumers) {
      EventReader reader = new EventReader(consumer, readEvents, parkEvent);
      readers.add(reader);
      threads.newThread(reader).start();
    }
    threads.newThread(this::listen).start();
    threads.newThread(this::tell).start();
  }

  /** Ends all reading; what is being read is finished first. */
  public void stop() {
    stopped = true;
    bell.ring();
    readers.forEach(EventReader::stop);
  }

  /** Tells the readers of all nodes that something was announced here. */
  private void tell() {
    Rest rest = new Rest();
    while (!stopped) {
      try {
        long begin = System.nanoTime();
        bell.await();
        int resting = rest.next(millisSince(begin));
        try (Connection connection = database.dataSource().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("notify " + EventLog.CHANNEL);
        }
        Thread.sleep(resting);
      } catch (SQLException e) {
        LOG.log(Level.WARNING, "Readers could not be told of an event: {0}", e.getSQLState());
        pause();
      } catch (InterruptedException e) {
        stopped = true;
        Thread.currentThread().interrupt();
      }
    }
  }

  private void listen() {
    Rest rest = new Rest();
    while (!stopped) {
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("listen " + EventLog.CHANNEL);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!stopped) {
          long begin = System.nanoTime();
          // Returns at once when something was announced, else after the time of the slow poll.
          postgres.getNotifications(SLOW_POLL_MILLIS);
          readers.forEach(EventReader::wake);
          pause(rest.next(millisSince(begin)));
        }
      } catch (SQLException e) {
        LOG.log(Level.WARNING, "Listening for events was interrupted: {0}", e.getSQLState());
        pause();
        readers.forEach(EventReader::wake);
      }
    }
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  private void pause() {
    pause(SLOW_POLL_MILLIS);
  }

  private void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }
}
