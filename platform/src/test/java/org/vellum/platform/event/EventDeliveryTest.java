package org.vellum.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.Silenced;
import org.vellum.platform.event.EventFixture.Listener;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class EventDeliveryTest {

  @RegisterExtension static final Silenced silenced = Silenced.logOf(EventReader.class.getName());

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform").emptyAfterEach("platform");

  private final EventFixture events = new EventFixture(database);
  private final Listener listener = new Listener();

  @Test
  void of_two_readers_of_one_cursor_only_one_reads() throws Exception {
    events.tell("ada", "a");
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(() ->
            events.transacted(() -> {
              int read = events.readEvents.read(listener, 10);
              reading.countDown();
              await(goOn);
              return read;
            }));
    await(reading);

    assertThat(events.readEvents.read(listener, 10)).isZero();
    assertThat(events.replayEvents.replay(listener)).isFalse();
    goOn.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    assertThat(listener.heard).containsExactly("a");
  }

  @Test
  void an_event_that_is_refused_is_given_again_and_nothing_of_the_batch_is_kept() {
    events.tell("ada", "a");
    events.tell("ben", "b");
    listener.refuses = "b";

    assertThatThrownBy(() -> events.readEvents.read(listener, 10))
        .isInstanceOf(EventRefused.class)
        .satisfies(refused ->
            assertThat(((EventRefused) refused).reason())
                .startsWith("java.lang.IllegalStateException at org.vellum.platform.event")
                .doesNotContain("learner"));
    listener.refuses = "";
    assertThat(events.readEvents.read(listener, 10)).isEqualTo(2);
    assertThat(listener.heard).containsExactly("a", "b", "a", "b");
  }

  @Test
  void a_poison_event_parks_with_the_later_ones_of_its_subject_and_others_go_on() throws Exception {
    listener.refuses = "poison";
    events.tell("ada", "before");
    events.tell("ben", "poison");
    events.tell("ada", "other");
    events.tell("ben", "later");
    try (Running running = new Running(events.reader(listener))) {
      running.untilTrue(() -> events.cursors.parked() == 2 && listener.heard.contains("other"));
      events.tell("ben", "much later");
      events.tell("cleo", "last");
      running.reader.wake();
      running.untilTrue(() -> listener.heard.contains("last"));
    }
    assertThat(listener.heard).doesNotContain("later", "much later");
    assertThat(listener.heard.stream().filter("poison"::equals)).hasSizeGreaterThanOrEqualTo(6);
    assertThat(parked()).containsExactly("2 ben", "4 ben", "5 ben");
    assertThat(new EventLag(events.cursors).parked()).isEqualTo(3);
  }

  @Test
  void an_event_that_no_longer_fits_its_record_parks() throws Exception {
    events.tell("ada", "a");
    events.jdbi.useHandle(
        handle -> handle.execute("update platform.event set payload = '{\"what\": {}}'"));
    try (Running running = new Running(events.reader(listener))) {
      running.untilTrue(() -> events.cursors.parked() == 1);
    }
    assertThat(listener.heard).isEmpty();
  }

  @Test
  void a_replay_gives_everything_again_and_forgets_what_was_parked() throws Exception {
    listener.refuses = "poison";
    events.tell("ada", "poison");
    events.tell("ada", "later");
    try (Running running = new Running(events.reader(listener))) {
      running.untilTrue(() -> events.cursors.parked() == 2);
    }
    listener.refuses = "";
    listener.heard.clear();

    assertThat(events.replayEvents.replay(listener)).isTrue();
    assertThat(events.cursors.parked()).isZero();
    assertThat(events.readEvents.read(listener, 10)).isEqualTo(2);
    assertThat(listener.heard).containsExactly("poison", "later");
  }

  private List<String> parked() {
    return events.jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select position || ' ' || subject from platform.parked_event order by position")
            .mapTo(String.class)
            .list());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A reader in its own thread, stopped at the end of the test. */
  private static final class Running implements AutoCloseable {
    private final EventReader reader;
    private final Thread thread;

    Running(EventReader reader) {
      this.reader = reader;
      this.thread = Thread.ofVirtual().start(reader);
    }

    void untilTrue(BooleanSupplier condition) throws InterruptedException {
      for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
        Thread.sleep(10);
      }
      assertThat(condition.getAsBoolean()).as("within ten seconds").isTrue();
    }

    @Override
    public void close() {
      reader.stop();
      try {
        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
