package org.vellum.finaid.run.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.export.EntityTable;
import org.vellum.finaid.export.PackageAssembly;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.measure.model.UnitsAndWeeks;
import org.vellum.finaid.records.ALearner;
import org.vellum.finaid.records.AProgram;
import org.vellum.finaid.run.FactsReading;
import org.vellum.finaid.run.RunFailure;
import org.vellum.finaid.run.RunFolder;
import org.vellum.finaid.run.RunSteps;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Each condition by which nothing is published, brought about between two steps of a run. */
class RunConditionsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "financial_aid");

  @TempDir Path folder;

  private final AProgram program = new AProgram();
  private Clock clock = Clock.fixed(ALearner.SOURCE.plusSeconds(60), ZoneOffset.UTC);

  @SuppressWarnings("NullAway.Init")
  private ARunner runner;

  @SuppressWarnings("NullAway.Init")
  private UUID run;

  @AfterEach
  void empty() {
    Database.over(database.dataSource())
        .useHandle(handle -> handle.execute("truncate financial_aid.run cascade"));
  }

  private FactsReading facts() {
    return (since, programs, taker) -> {
      programs.take(program.catalogue(), Set.of());
      taker.take(ALearner.of("1").passed("u-1", "11.5", 60).facts());
      return new FactsReading.Taken(clock.instant(), new Position(100, 0));
    };
  }

  private void begun(FactsReading facts) throws Exception {
    runner = new ARunner(database, folder, facts, clock);
    run = runner.askedFor(RunInfo.Kind.FULL);
    runner.progress.begin(run, Optional.empty(), clock.instant());
  }

  private void snapshot() throws Exception {
    begun(facts());
    runner.steps.perform(run, RunSteps.Step.SNAPSHOT);
  }

  private void written() throws Exception {
    try (RunSteps.Part part = runner.steps.part(run, 0, "")) {
      part.programs();
      part.checkpoint();
    }
    try (RunSteps.Part part = runner.steps.part(run, 1, "");
        RunSteps.Learners learners = runner.steps.learners(run, 0)) {
      part.learner(learners.next());
      part.checkpoint();
    }
  }

  private void assembled() throws Exception {
    snapshot();
    written();
    for (String name : PackageAssembly.names()) {
      runner.steps.perform(run, RunSteps.ListStep.ASSEMBLE, name);
    }
  }

  private RunFolder work() {
    return RunFolder.of(runner.configuration, run);
  }

  private void fails(RunFailure.Condition condition, ThrowingCallable step) {
    assertThat(catchThrowable(step)).isInstanceOfAny(RunFailure.class, IOException.class);
    assertThat(runner.contexts.failure(run)).contains(condition);
    assertThat(folder.resolve("packages")).doesNotExist();
  }

  @Test
  void a_snapshot_that_is_not_as_it_was_taken_is_lost() throws Exception {
    snapshot();
    Path snapshot = work().snapshot();
    byte[] bytes = Files.readAllBytes(snapshot);
    bytes[bytes.length - 20] ^= 1;
    Files.write(snapshot, bytes);
    fails(RunFailure.Condition.SNAPSHOT_LOST, this::written);
  }

  @Test
  void a_snapshot_that_is_gone_is_lost() throws Exception {
    snapshot();
    Files.delete(work().snapshot());
    fails(RunFailure.Condition.SNAPSHOT_LOST, this::written);
  }

  @Test
  void a_part_that_is_not_as_it_was_written_is_lost() throws Exception {
    snapshot();
    written();
    Path csv = work().part(1).resolve("student.csv");
    byte[] bytes = Files.readAllBytes(csv);
    bytes[0] ^= 1;
    Files.write(csv, bytes);
    fails(
        RunFailure.Condition.SNAPSHOT_LOST,
        () -> runner.steps.perform(run, RunSteps.ListStep.ASSEMBLE, "student"));
  }

  @Test
  void files_that_do_not_fit_their_schema_are_not_published() throws Exception {
    assembled();
    Path ndjson = work().unpublished().resolve("student.ndjson");
    Files.writeString(ndjson, Files.readString(ndjson).replace("UPSERT", "DELETE"));
    fails(
        RunFailure.Condition.SCHEMA_INVALID,
        () -> runner.steps.perform(run, RunSteps.ListStep.CHECK, "student"));
    Path xml = work().unpublished().resolve("enrollment.xml");
    Files.writeString(xml, Files.readString(xml).replace("BeginDate", "BeganDate"));
    fails(
        RunFailure.Condition.SCHEMA_INVALID,
        () -> runner.steps.perform(run, RunSteps.ListStep.CHECK, "enrollment"));
  }

  @Test
  void totals_that_do_not_balance_publish_nothing() throws Exception {
    assembled();
    for (String each : EntityTable.names()) {
      runner.steps.perform(run, RunSteps.ListStep.CHECK, each);
    }
    Path found = work().found("student");
    Files.writeString(found, Files.readString(found).replace("\"selected\":1", "\"selected\":2"));
    fails(
        RunFailure.Condition.TOTALS_UNBALANCED,
        () -> runner.steps.perform(run, RunSteps.Step.BALANCE));
  }

  @Test
  void a_disk_that_is_full_is_told_as_that() throws Exception {
    begun((since, programs, taker) -> {
      throw new IOException("No space left on device");
    });
    fails(RunFailure.Condition.DISK_FULL, () -> runner.steps.perform(run, RunSteps.Step.SNAPSHOT));
  }

  @Test
  void a_day_for_which_no_rules_are_known_allows_no_run() throws Exception {
    clock = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);
    snapshot();
    fails(RunFailure.Condition.CONFIG_INVALID, this::written);
  }

  @Test
  void an_academic_year_that_is_too_short_in_the_only_program_publishes_nothing() throws Exception {
    program.year = UnitsAndWeeks.of(45, 29);
    snapshot();
    fails(RunFailure.Condition.FACTS_INVALID, this::written);
  }
}
