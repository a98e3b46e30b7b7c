package org.vellum.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.testsupport.TestDatabase;

class TogetherTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  private static final int MOST_TRIES = 10_000;
  private static final String LOCK = "select pg_advisory_xact_lock(7)::text";
  private static final String COUNT = "select count(*) from word";

  private final Jdbi jdbi = Database.over(database.dataSource());
  private final AtomicInteger executed = new AtomicInteger();

  @BeforeEach
  void aTable() {
    jdbi.useHandle(handle ->
        handle.execute("drop table if exists word; create table word (text text primary key)"));
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            executed.incrementAndGet();
          }
        });
  }

  private static void add(Together together, String name, String word) {
    together.change("insert into word values (:" + name + ")", query -> query.bind(name, word));
  }

  private static List<String> words(Together together) {
    List<String> words = new ArrayList<>();
    together.ask(
        "select text from word where text <> :not order by text",
        query -> query.bind("not", "none"),
        row -> words.add(row.getString(1)));
    return words;
  }

  @Test
  void each_sees_what_those_before_it_did_and_all_go_at_once() {
    Together together = new Together(jdbi);
    add(together, "first", "one");
    List<String> after = words(together);
    add(together, "second", "two; -- three");
    List<Integer> counts = new ArrayList<>();
    together.ask(COUNT, query -> {}, row -> counts.add(row.getInt(1)));
    assertThat(after).isEmpty();

    together.send();
    assertThat(after).containsExactly("one");
    assertThat(counts).containsExactly(2);
    assertThat(executed).hasValue(1);
  }

  @Test
  void what_was_sent_is_not_sent_again_and_nothing_costs_nothing() {
    Together together = new Together(jdbi);
    together.send();
    assertThat(executed).hasValue(0);
    add(together, "first", "one");
    together.send();
    List<String> words = words(together);
    together.send();
    assertThat(words).containsExactly("one");
    assertThat(executed).hasValue(2);
  }

  @Test
  void plans_that_are_kept_after_many_times_change_nothing() {
    for (int time = 0; time < 12; time++) {
      Together together = new Together(jdbi);
      add(together, "word", "word %02d".formatted(time));
      List<String> words = words(together);
      together.send();
      assertThat(words).hasSize(time + 1);
    }
  }

  @Test
  void one_that_fails_fails_all_of_them() {
    Together together = new Together(jdbi);
    add(together, "first", "one");
    add(together, "second", "one");
    assertThatThrownBy(together::send).hasMessageContaining("duplicate key");
    List<String> words = words(together);
    together.send();
    assertThat(words).isEmpty();
  }

  @Test
  void what_comes_after_a_wait_sees_what_was_committed_meanwhile() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> committed =
          other.submit(() -> {
            database.inTransaction(() -> {
              jdbi.withHandle(handle -> handle.createQuery(LOCK).mapTo(String.class).one());
              held.countDown();
              awaitSomebodyWaiting();
              jdbi.useHandle(handle -> handle.execute("insert into word values ('meanwhile')"));
            });
            return null;
          });
      held.await();
      Together together = new Together(jdbi);
      together.ask(LOCK, query -> {}, row -> {});
      List<String> words = words(together);
      database.inTransaction(together::send);
      assertThat(words).containsExactly("meanwhile");
      committed.get();
    }
  }

  private void awaitSomebodyWaiting() {
    for (int tries = 0; tries < MOST_TRIES && !isSomebodyWaiting(); tries++) {
      Thread.onSpinWait();
    }
  }

  private boolean isSomebodyWaiting() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select exists (select from pg_locks l join pg_database d on d.oid = l.database
                  where d.datname = current_database() and l.locktype = 'advisory'
                    and not l.granted)
                """)
            .mapTo(Boolean.class)
            .one());
  }
}
