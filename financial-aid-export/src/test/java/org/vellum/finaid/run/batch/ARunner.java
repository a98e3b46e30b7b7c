package org.vellum.finaid.run.batch;

import jakarta.batch.api.partition.PartitionPlan;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.vellum.finaid.delta.PublishedLearners;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.profile.MappedFiles;
import org.vellum.finaid.profile.MappingConfiguration;
import org.vellum.finaid.run.DecideRun;
import org.vellum.finaid.run.EndRun;
import org.vellum.finaid.run.FactsReading;
import org.vellum.finaid.run.FinishPackage;
import org.vellum.finaid.run.PackageKeys;
import org.vellum.finaid.run.RequestRun;
import org.vellum.finaid.run.Run;
import org.vellum.finaid.run.RunConfiguration;
import org.vellum.finaid.run.RunContexts;
import org.vellum.finaid.run.RunFailure;
import org.vellum.finaid.run.RunProgress;
import org.vellum.finaid.run.RunRequest;
import org.vellum.finaid.run.RunRequests;
import org.vellum.finaid.run.RunStatus;
import org.vellum.finaid.run.RunSteps;
import org.vellum.finaid.run.Runs;
import org.vellum.finaid.run.StopRun;
import org.vellum.finaid.run.TakeSnapshot;
import org.vellum.finaid.ssn.KeptNumbers;
import org.vellum.finaid.ssn.NumbersConfiguration;
import org.vellum.finaid.ssn.RunNumbers;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

/** Everything that runs need, put together as the container would, and able to fall anywhere. */
public final class ARunner {
  private static final int PATIENCE = 600;

  /** Opening a key takes long on purpose, and it is the same database. */
  private static final Map<String, PackageKeys> KEYS = new ConcurrentHashMap<>();

  public final TestDatabase database;
  public final RunConfiguration configuration;
  public final Runs runs;
  public final RunProgress progress;
  public final RequestRun requestRun;
  public final StopRun stopRun;
  public final DecideRun decideRun;
  public final EndRun endRun;
  public final PackageKeys keys;
  public final PublishedLearners published;
  public final RunContexts contexts;
  public final RunSteps steps;
  public final RunConductor conductor;
  private final Map<String, Integer> falls = new HashMap<>();

  public ARunner(TestDatabase database, Path folder, FactsReading facts, Clock clock) {
    this(database, folder, facts, clock, "a secret that nobody knows");
  }

  public ARunner(
      TestDatabase database, Path folder, FactsReading facts, Clock clock, String keySecret) {
    this.database = database;
    Jdbi jdbi = Database.over(database.dataSource());
    PlatformConfiguration platform =
        new PlatformConfiguration(
            URI.create("http://localhost:9080"), "Test", "s".repeat(32), Duration.ofHours(1), 1000);
    Ids ids = new Ids(clock, new SecureRandom());
    AuditLog audit = new TransactionalAudit(jdbi, clock, platform);
    this.configuration = configuration(folder, keySecret);
    this.runs = new Runs(jdbi);
    this.progress = new RunProgress(jdbi);
    this.requestRun = new RequestRun(runs, new RunRequests(jdbi), configuration, audit, clock, ids);
    this.stopRun = new StopRun(runs, progress, audit, clock);
    this.decideRun = new DecideRun(runs, progress, audit, clock);
    this.endRun = new EndRun(runs, progress, audit, clock);
    this.keys =
        KEYS.computeIfAbsent(
            keySecret, same -> new PackageKeys(jdbi, configuration, platform, clock));
    this.published = new PublishedLearners(jdbi);
    this.contexts = new RunContexts(runs, configuration);
    RunNumbers numbers = noNumbers(jdbi);
    this.steps =
        new Falling(
            contexts,
            progress,
            new TakeSnapshot(runs, progress, configuration, facts, published, keys, numbers),
            new FinishPackage(
                contexts,
                runs,
                progress,
                keys,
                published,
                endRun,
                new MappedFiles(new MappingConfiguration("")),
                numbers));
    this.conductor =
        new RunConductor(runs, progress, contexts, new RunJobs(), endRun, configuration, clock);
  }

  /** Each entry in a transaction, which the container gives to the job's thread too. */
  private final class TransactionalAudit extends AuditLog {
    TransactionalAudit(Jdbi jdbi, Clock clock, PlatformConfiguration configuration) {
      super(jdbi, clock, configuration);
    }

    @Override
    public void record(AuditEntry entry) {
      try {
        database.inTransaction(() -> super.record(entry));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static RunNumbers noNumbers(Jdbi jdbi) {
    return new RunNumbers(new KeptNumbers(jdbi), new NumbersConfiguration("", ""));
  }

  private static RunConfiguration configuration(Path folder, String keySecret) {
    return new RunConfiguration(
        "00123400",
        folder.toString(),
        keySecret,
        3,
        "",
        "DELTA",
        "standard",
        Duration.ofDays(90),
        Duration.ofDays(1461),
        600);
  }

  private Object artifact(String name) {
    return switch (name) {
      case "aidStep" -> new StepBatchlet(steps);
      case "aidList" -> new ListBatchlet(steps);
      case "aidLists" -> new FallingLists();
      case "aidLearners" -> new FallingLearners();
      case "aidLearnerReader" -> new LearnerReader(steps);
      case "aidLearnerWriter" -> new FallingWriter(steps);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The program is killed once at a point: what it had in memory is lost. */
  public ARunner fallingAt(String point, int time) {
    falls.put(point, time);
    return this;
  }

  private synchronized void pass(String point) {
    Integer left = falls.computeIfPresent(point, (same, times) -> times - 1);
    if (left != null && left == 0) {
      falls.remove(point);
      throw new IllegalStateException("killed at " + point);
    }
  }

  /** After the last step the run is over a moment before the program falls. */
  public void awaitFall() throws InterruptedException {
    for (int i = 0; i < PATIENCE && !falls.isEmpty(); i++) {
      Thread.sleep(50);
    }
    if (!falls.isEmpty()) {
      throw new AssertionError("it never came to " + falls);
    }
  }

  /** Steps that can fall before and after. */
  private final class Falling extends RunSteps {
    Falling(
        RunContexts contexts, RunProgress progress, TakeSnapshot snapshot, FinishPackage finish) {
      super(contexts, progress, snapshot, finish);
    }

    @Override
    public String perform(UUID run, Step step) throws java.io.IOException, RunFailure {
      pass("before " + step);
      String done = super.perform(run, step);
      pass("after " + step);
      return done;
    }

    @Override
    public void perform(UUID run, ListStep step, String name)
        throws java.io.IOException, RunFailure {
      pass("before " + step);
      super.perform(run, step, name);
      pass("after " + step);
    }
  }

  /** Falls with a chunk written, and its checkpoint not. */
  public final class FallingWriter extends LearnerWriter {
    FallingWriter(RunSteps steps) {
      super(steps);
    }

    @Override
    public void writeItems(List<Object> items) throws Exception {
      pass("before chunk");
      super.writeItems(items);
      pass("after chunk");
    }
  }

  /** Falls with the parts planned, and their number not kept. */
  public final class FallingLearners extends LearnerPartitions {
    FallingLearners() {
      super(steps, configuration);
    }

    @Override
    public PartitionPlan mapPartitions() throws Exception {
      PartitionPlan plan = super.mapPartitions();
      pass("planning parts");
      return plan;
    }
  }

  /** The same with lists. */
  public final class FallingLists extends ListPartitions {
    FallingLists() {
      super(configuration);
    }

    @Override
    public PartitionPlan mapPartitions() {
      PartitionPlan plan = super.mapPartitions();
      pass("planning lists");
      return plan;
    }
  }

  public RequestRun.Result ask(RunRequest request, String key) throws Exception {
    return database.inTransaction(() -> requestRun.request("officer", request, key));
  }

  /** Asks for a run, for which the container is there. */
  public UUID asked(RunInfo.Kind kind) throws Exception {
    ABatch.with(database.dataSource(), this::artifact);
    return askedFor(kind);
  }

  /** Asks for a run whose steps somebody does one by one. */
  public UUID askedFor(RunInfo.Kind kind) throws Exception {
    RequestRun.Result result = ask(new RunRequest(kind, "standard", ""), "");
    return ((RequestRun.Result.Accepted) result).run().id();
  }

  /** Runs until nothing more happens to it without a person. */
  public Run run(UUID id) throws Exception {
    for (int i = 0; i < PATIENCE; i++) {
      conductor.look();
      Run run = runs.get(id);
      if (run.state().isOver() || run.state() == RunStatus.HELD) {
        return run;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it does not end: " + runs.get(id));
  }

  public Run full() throws Exception {
    return run(asked(RunInfo.Kind.FULL));
  }

  public Path folder(Run run) {
    return Path.of(configuration.folder()).resolve("packages").resolve(run.packageName());
  }
}
