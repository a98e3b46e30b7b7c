package org.vellum.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.testsupport.TestDatabase;

class SchemasTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  @Test
  void services_that_start_at_once_migrate_one_after_another() throws Exception {
    int services = 4;
    CountDownLatch start = new CountDownLatch(services);
    try (ExecutorService threads = Executors.newFixedThreadPool(services)) {
      Future<?>[] all = new Future<?>[services];
      for (int i = 0; i < services; i++) {
        all[i] =
            threads.submit(() -> {
              start.countDown();
              start.await();
              Schemas.migrate(database.dataSource(), "platform");
              return null;
            });
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(number("select count(*) from platform.flyway_schema_history where not success"))
        .isZero();
    assertThat(number("select count(*) from pg_locks where locktype = 'advisory'"))
        .as("the lock is given back")
        .isZero();
  }

  private static int number(String sql) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
