package org.vellum.finaid.run.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.run.DailyRun;
import org.vellum.finaid.run.FactsReading;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class DailyRunTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid");

  @TempDir Path folder;

  private final Jdbi jdbi = Database.over(database.dataSource());

  private void beginAt(String time, String schedule) throws Exception {
    Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    FactsReading none =
        (since, programs, taker) -> {
          programs.take(new AProgram().catalogue(), Set.of());
          return new FactsReading.Taken(clock.instant(), new Position(1, 0));
        };
    ARunner runner = new ARunner(database, folder, none, clock);
    DailyRun daily = new DailyRun(runner.requestRun, configuration(schedule), clock);
    database.inTransaction(daily::begin);
  }

  private RunConfiguration configuration(String schedule) {
    return new RunConfiguration(
        "00123400",
        folder.toString(),
        "",
        1,
        schedule,
        "DELTA",
        "standard",
        Duration.ofDays(90),
        Duration.ofDays(1461),
        600);
  }

  /** Every run with who asked for it, in the order in which they were asked for. */
  private List<String> runs() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select kind || ' ' || requested_by from financial_aid.run order by requested_at")
            .mapTo(String.class)
            .list());
  }

  private void publish() {
    jdbi.useHandle(handle ->
        handle.execute(
            "update financial_aid.run set state = 'COMPLETED', ended_at = requested_at,"
                + " as_of = requested_at, horizon = 1, position = 1"));
  }

  @Test
  void there_is_one_run_a_day_the_first_of_all_and_then_of_changes() throws Exception {
    beginAt("2026-03-01T03:00:00Z", "");
    beginAt("2026-03-01T02:59:59Z", "03:00");
    assertThat(runs()).isEmpty();
    beginAt("2026-03-01T03:00:00Z", "03:00");
    assertThat(runs()).containsExactly("FULL schedule");
    // Another node, and the same again.
    beginAt("2026-03-01T03:00:20Z", "03:00");
    publish();
    beginAt("2026-03-01T23:59:59Z", "03:00");
    beginAt("2026-03-02T02:59:59Z", "03:00");
    assertThat(runs()).hasSize(1);
    beginAt("2026-03-02T03:00:05Z", "03:00");
    assertThat(runs()).containsExactly("FULL schedule", "DELTA schedule");
    // It is not over yet, so that the next day's waits for it.
    beginAt("2026-03-03T03:00:05Z", "03:00");
    assertThat(runs()).hasSize(2);
    publish();
    beginAt("2026-03-03T05:30:00Z", "03:00");
    assertThat(runs()).containsExactly("FULL schedule", "DELTA schedule", "DELTA schedule");
  }
}
