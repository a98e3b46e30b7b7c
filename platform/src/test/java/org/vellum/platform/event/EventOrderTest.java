package org.vellum.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.event.EventFixture.Listener;
import org.vellum.platform.event.EventFixture.Whispered;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class EventOrderTest {

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform").emptyAfterEach("platform");

  private final EventFixture events = new EventFixture(database);
  private final Listener listener = new Listener();

  @Test
  void what_is_announced_is_read_once_with_what_the_log_knows_of_it() {
    events.tell("ada", "a");
    events.log.announce(new Whispered("w"), "ada");
    events.tell("ben", "b");

    assertThat(events.readEvents.read(listener, 10)).isEqualTo(2);
    assertThat(events.readEvents.read(listener, 10)).isZero();
    assertThat(listener.heard).containsExactly("a", "b");
    assertThat(listener.contexts)
        .containsExactly(
            new EventContext(1, "ada", EventFixture.NOW),
            new EventContext(3, "ben", EventFixture.NOW));
  }

  @Test
  void an_event_of_a_transaction_that_is_rolled_back_is_never_read() {
    assertThatThrownBy(() ->
            events.transacted(() -> {
              events.tell("ada", "never");
              throw new IllegalStateException("changed my mind");
            }))
        .hasMessage("changed my mind");
    events.tell("ada", "after");

    events.readEvents.read(listener, 10);
    assertThat(listener.heard).containsExactly("after");
  }

  @Test
  void an_event_with_a_lower_position_that_is_committed_later_is_not_skipped() throws Exception {
    try (Connection slow = database.dataSource().getConnection()) {
      slow.setAutoCommit(false);
      EventFixture.tell(slow, "ada", "slow");
      events.tell("ben", "quick");

      assertThat(events.readEvents.read(listener, 10)).isZero();
      slow.commit();
    }
    events.readEvents.read(listener, 10);
    assertThat(listener.heard).containsExactly("slow", "quick");
    assertThat(listener.contexts).extracting(EventContext::position).containsExactly(1L, 2L);
  }

  @Test
  void a_transaction_that_began_early_and_announces_late_is_not_skipped() throws Exception {
    try (Connection early = database.dataSource().getConnection()) {
      early.setAutoCommit(false);
      begin(early);
      events.tell("ben", "first");
      assertThat(events.readEvents.read(listener, 10)).isZero();
      EventFixture.tell(early, "ada", "second");
      early.commit();
    }
    events.readEvents.read(listener, 10);
    assertThat(listener.heard).containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void a_fact_is_read_after_the_one_that_it_rests_on_whichever_transaction_began_first()
      throws Exception {
    try (Connection early = database.dataSource().getConnection();
        Connection bystander = database.dataSource().getConnection()) {
      early.setAutoCommit(false);
      bystander.setAutoCommit(false);
      begin(early);
      begin(bystander);
      events.tell("ada", "attained");
      EventFixture.tell(early, "ada", "withdrawn");
      early.commit();

      events.readEvents.read(listener, 10);
      bystander.commit();
    }
    events.readEvents.read(listener, 10);
    assertThat(listener.heard).containsExactly("attained", "withdrawn");
  }

  @Test
  void what_is_for_others_is_looked_through_once_and_not_whenever_a_reader_is_woken() {
    events.log.announce(new Whispered("w"), "ada");
    assertThat(events.readEvents.read(listener, 10)).isZero();
    events.jdbi.useHandle(handle ->
        handle.execute(
            "update platform.event set type = 'Told', payload = '{\"what\": \"missed\"}'"));
    assertThat(events.readEvents.read(listener, 10)).isZero();

    events.tell("ada", "after");
    events.tell("ada", "last");
    assertThat(events.readEvents.read(listener, 1)).isEqualTo(1);
    assertThat(events.readEvents.read(listener, 10)).isEqualTo(1);
    assertThat(listener.heard).containsExactly("after", "last");
    assertThat(new EventFixture(database).readEvents.read(listener, 10))
        .as("another node reads on from the cursor")
        .isZero();
  }

  @Test
  void batches_follow_each_other_without_loss() {
    for (int i = 0; i < 7; i++) {
      events.tell("ada", Integer.toString(i));
    }
    assertThat(events.readEvents.read(listener, 3)).isEqualTo(3);
    assertThat(events.readEvents.read(listener, 3)).isEqualTo(3);
    assertThat(events.readEvents.read(listener, 3)).isEqualTo(1);
    assertThat(events.readEvents.read(listener, 3)).isZero();
    assertThat(listener.heard).containsExactly("0", "1", "2", "3", "4", "5", "6");
  }

  /** Gives the transaction its number, as any write does. */
  private static void begin(Connection connection) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.execute("select pg_current_xact_id()");
    }
  }
}
