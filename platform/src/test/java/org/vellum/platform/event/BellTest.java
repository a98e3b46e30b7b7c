package org.vellum.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class BellTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform").emptyAfterEach("platform");

  private final Transactions transactions = new Transactions();
  private final Bell bell = new Bell(transactions.registry());
  private final EventLog log =
      new EventLog(
          Database.over(database.dataSource()),
          Clock.fixed(EventFixture.NOW, ZoneOffset.UTC),
          bell);

  @Test
  void what_is_announced_in_a_transaction_rings_once_after_its_commit_and_not_before()
      throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement listening = connection.createStatement()) {
      listening.execute("listen " + EventLog.CHANNEL);
      tell("a");
      tell("b");

      assertThat(heard(connection)).as("told by the transactions themselves").isZero();
      assertThat(transactions.registered).hasSize(1);
      assertThat(bell.hasRung()).isFalse();
      transactions.end(Status.STATUS_COMMITTED);
      assertThat(bell.hasRung()).isTrue();
    }
  }

  @Test
  void a_transaction_that_is_rolled_back_wakes_nobody() {
    tell("a");
    transactions.end(Status.STATUS_ROLLEDBACK);

    assertThat(bell.hasRung()).isFalse();
  }

  @Test
  void without_a_transaction_readers_are_notified_at_once() throws Exception {
    transactions.status = Status.STATUS_NO_TRANSACTION;
    try (Connection connection = database.dataSource().getConnection();
        Statement listening = connection.createStatement()) {
      listening.execute("listen " + EventLog.CHANNEL);
      tell("a");

      assertThat(heard(connection)).isEqualTo(1);
    }
  }

  private void tell(String what) {
    log.announce(new EventFixture.Told(what), "ada");
  }

  private static int heard(Connection connection) throws Exception {
    return connection.unwrap(PGConnection.class).getNotifications(100).length;
  }

  /** The transactions of a container, as far as they are asked about. */
  private static final class Transactions {
    final List<Synchronization> registered = new ArrayList<>();
    private final Map<Object, Object> resources = new HashMap<>();
    int status = Status.STATUS_ACTIVE;

    TransactionSynchronizationRegistry registry() {
      return (TransactionSynchronizationRegistry)
          Proxy.newProxyInstance(
              BellTest.class.getClassLoader(),
              new Class<?>[] {TransactionSynchronizationRegistry.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getTransactionStatus" -> status;
                    case "getResource" -> resources.get(arguments[0]);
                    case "putResource" -> {
                      resources.put(arguments[0], arguments[1]);
                      yield null;
                    }
                    case "registerInterposedSynchronization" -> {
                      registered.add((Synchronization) arguments[0]);
                      yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                  });
    }

    void end(int how) {
      registered.forEach(Synchronization::beforeCompletion);
      registered.forEach(each -> each.afterCompletion(how));
    }
  }
}
