package org.vellum.platform.event;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.persistence.Database;
import org.vellum.testsupport.TestDatabase;

/**
 * The event log over a database of a test; the use cases run in transactions as in the container.
 */
final class EventFixture {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  final TestDatabase database;
  final Jdbi jdbi;
  final EventLog log;
  final Cursors cursors;
  final ReadEvents readEvents;
  final ParkEvent parkEvent;
  final ReplayEvents replayEvents;

  EventFixture(TestDatabase database) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    this.database = database;
    this.jdbi = Database.over(database.dataSource());
    this.log = new EventLog(jdbi, clock);
    this.cursors = new Cursors(jdbi);
    this.readEvents =
        new ReadEvents(cursors, clock) {
          @Override
          public int read(EventConsumer consumer, int limit) {
            return transacted(() -> super.read(consumer, limit));
          }
        };
    this.parkEvent =
        new ParkEvent(cursors, clock) {
          @Override
          public void park(EventConsumer consumer, EventRefused refused) {
            transacted(() -> {
              super.park(consumer, refused);
              return true;
            });
          }
        };
    this.replayEvents =
        new ReplayEvents(cursors) {
          @Override
          public boolean replay(EventConsumer consumer) {
            return transacted(() -> super.replay(consumer));
          }
        };
  }

  /** What happened, as a service would tell it. */
  record Told(String what) {}

  /** Something that no reader of these tests asks for. */
  record Whispered(String what) {}

  void tell(String subject, String what) {
    log.announce(new Told(what), subject);
  }

  /** Tells within the transaction of a connection that the test holds. */
  static void tell(Connection connection, String subject, String what) {
    new EventLog(Database.over(only(connection)), Clock.fixed(NOW, ZoneOffset.UTC))
        .announce(new Told(what), subject);
  }

  EventReader reader(EventConsumer consumer) {
    return new EventReader(consumer, readEvents, parkEvent, Duration.ofMillis(1));
  }

  <T> T transacted(java.util.function.Supplier<T> work) {
    try {
      return database.inTransaction(work::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A data source that lends one connection again and again and never closes it. */
  private static DataSource only(Connection connection) {
    Connection kept =
        (Connection)
            java.lang.reflect.Proxy.newProxyInstance(
                EventFixture.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                    method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return (DataSource)
        java.lang.reflect.Proxy.newProxyInstance(
            EventFixture.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> kept);
  }

  /** Remembers what it was told, in order, and refuses what a test names. */
  static final class Listener implements EventConsumer {
    final CopyOnWriteArrayList<String> heard = new CopyOnWriteArrayList<>();
    final CopyOnWriteArrayList<EventContext> contexts = new CopyOnWriteArrayList<>();
    volatile String refuses = "";

    @Override
    public String cursor() {
      return "test.listener";
    }

    @Override
    public Set<Class<? extends Record>> reads() {
      return Set.of(Told.class);
    }

    @Override
    public void consume(Record event, EventContext context) {
      String what = ((Told) event).what();
      heard.add(what);
      contexts.add(context);
      if (what.equals(refuses)) {
        throw new IllegalStateException("the learner " + what + " is not known");
      }
    }
  }
}
