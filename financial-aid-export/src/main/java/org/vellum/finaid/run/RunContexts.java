package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vellum.finaid.measure.model.Ruleset;
import org.vellum.finaid.records.LearnerRecords;
import org.vellum.platform.usecase.Component;

/** What the parts of a run have in common while it is under way on this node. */
@Component
public class RunContexts {
  private final Runs runs;
  private final RunConfiguration configuration;
  private final Map<UUID, RunContext> contexts = new ConcurrentHashMap<>();
  private final Map<UUID, AtomicLong> done = new ConcurrentHashMap<>();
  private final Map<UUID, RunFailure.Condition> failures = new ConcurrentHashMap<>();

  @Inject
  public RunContexts(Runs runs, RunConfiguration configuration) {
    this.runs = runs;
    this.configuration = configuration;
  }

  /**
   * What is common to the parts of a run.
   *
   * @param run as it was when its snapshot was taken
   * @param records makes the records
   * @param ruleset by which
   */
  record RunContext(
      Run run, RunFolder folder, RunProfile profile, LearnerRecords records, Ruleset ruleset) {}

  /** Of a run whose snapshot is taken. */
  RunContext get(UUID id) throws IOException, RunFailure {
    RunContext known = contexts.get(id);
    if (known != null) {
      return known;
    }
    synchronized (this) {
      known = contexts.get(id);
      if (known == null) {
        known = read(id);
        contexts.put(id, known);
      }
      return known;
    }
  }

  private RunContext read(UUID id) throws IOException, RunFailure {
    Run run = runs.get(id);
    RunFolder folder = RunFolder.of(configuration, id);
    LocalDate day = day(run);
    Ruleset ruleset = ruleset(day);
    return new RunContext(
        run,
        folder,
        RunProfile.find(run.profile()).orElseThrow(),
        LearnerRecords.by(SnapshotFile.Reader.programs(folder.snapshot()), day, ruleset),
        ruleset);
  }

  private static LocalDate day(Run run) {
    return LocalDate.ofInstant(run.asOf().orElseThrow(), ZoneOffset.UTC);
  }

  private static Ruleset ruleset(LocalDate day) throws RunFailure {
    return Ruleset.inForceOn(day)
        .orElseThrow(() ->
            new RunFailure(RunFailure.Condition.CONFIG_INVALID, "no rules are known for the day"));
  }

  /** Counts learners that are written. */
  void done(UUID run, long learners) {
    done.computeIfAbsent(run, id -> new AtomicLong()).addAndGet(learners);
  }

  /** How many learners are written on this node. */
  public long done(UUID run) {
    AtomicLong count = done.get(run);
    return count == null ? 0 : count.get();
  }

  /** Remembers why a run fails, until that is written down. */
  public void failed(UUID run, RunFailure.Condition condition) {
    failures.putIfAbsent(run, condition);
  }

  /** Why a run failed, if a step said so. */
  public java.util.Optional<RunFailure.Condition> failure(UUID run) {
    return java.util.Optional.ofNullable(failures.get(run));
  }

  /** Forgets a run that is over, or begins again. */
  public void forget(UUID run) {
    contexts.remove(run);
    done.remove(run);
    failures.remove(run);
  }
}
