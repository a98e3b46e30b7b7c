package org.vellum.finaid.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class RunProgressTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final UUID RUN = new UUID(0x0189000000007000L, 0x8000000000000001L);
  private static final int NODES = 8;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid")
          .emptyAfterEach("financial_aid");

  private final Jdbi jdbi = Database.over(database.dataSource());
  private final RunProgress progress = new RunProgress(jdbi);

  @BeforeEach
  void aRunThatIsAskedFor() {
    jdbi.useHandle(handle ->
        handle.execute(
            "insert into financial_aid.run (id, institution, profile, kind, state, requested_by,"
                + " requested_at) values (?, '00123400', 'standard', 'FULL', 'REQUESTED',"
                + " 'officer', now())",
            RUN));
  }

  /** How many of several nodes may begin it that ask at the same time. */
  private long mayBegin(Optional<Long> seen, Instant at) throws Exception {
    List<Callable<Boolean>> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(() -> progress.begin(RUN, seen, at));
    }
    long count = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(NODES)) {
      for (Future<Boolean> each : threads.invokeAll(nodes)) {
        count += each.get() ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void of_several_nodes_one_alone_begins_a_run() throws Exception {
    assertThat(mayBegin(Optional.empty(), NOW)).isEqualTo(1);
    assertThat(mayBegin(Optional.empty(), NOW.plusSeconds(5))).isZero();
    assertThat(progress.attempts(RUN)).isEqualTo(1);
    progress.doneBy(RUN, 17);
    assertThat(mayBegin(Optional.empty(), NOW.plusSeconds(9))).isZero();
  }

  @Test
  void of_several_nodes_one_alone_goes_on_with_an_execution_that_was_interrupted()
      throws Exception {
    progress.begin(RUN, Optional.empty(), NOW);
    progress.doneBy(RUN, 17);
    assertThat(mayBegin(Optional.of(17L), NOW.plusSeconds(9))).isEqualTo(1);
    progress.doneBy(RUN, 18);
    // A node that looked before knows an execution that is not the last.
    assertThat(mayBegin(Optional.of(17L), NOW.plusSeconds(9))).isZero();
  }

  @Test
  void if_the_node_falls_before_it_begins_another_does_after_a_minute() throws Exception {
    progress.begin(RUN, Optional.empty(), NOW);
    assertThat(mayBegin(Optional.empty(), NOW.plus(Duration.ofSeconds(59)))).isZero();
    assertThat(mayBegin(Optional.empty(), NOW.plus(Duration.ofSeconds(61)))).isEqualTo(1);
  }
}
