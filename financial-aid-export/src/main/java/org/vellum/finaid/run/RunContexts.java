package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.export.PackagePart;
import org.vellum.finaid.export.WrittenPart;
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
  private final Map<UUID, List<WrittenPart>> written = new ConcurrentHashMap<>();
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
   * @param publishedPrograms what was published of the programs before
   */
  record RunContext(
      Run run,
      RunFolder folder,
      RunProfile profile,
      LearnerRecords records,
      KnownRecords publishedPrograms) {}

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
        done.put(id, new AtomicLong(writtenBefore(known.folder())));
        contexts.put(id, known);
      }
      return known;
    }
  }

  private RunContext read(UUID id) throws IOException, RunFailure {
    Run run = runs.get(id);
    RunFolder folder = RunFolder.of(configuration, id);
    LocalDate day = day(run);
    SnapshotFile.Programs programs = SnapshotFile.Reader.programs(folder.snapshot());
    return new RunContext(
        run,
        folder,
        RunProfile.find(run.profile()).orElseThrow(),
        LearnerRecords.by(programs.catalogue(), day, ruleset(day))
            .withDuplicateIds(programs.shared())
            .withDuplicateNumbers(programs.sharedNumbers()),
        programs.published());
  }

  private static long writtenBefore(RunFolder folder) throws IOException {
    long learners = 0;
    for (int part = 0; Files.exists(folder.checkpoint(part)); part++) {
      learners += PackagePart.learners(Files.readString(folder.checkpoint(part)));
    }
    return learners;
  }

  private static LocalDate day(Run run) {
    return LocalDate.ofInstant(run.asOf().orElseThrow(), ZoneOffset.UTC);
  }

  private static Ruleset ruleset(LocalDate day) throws RunFailure {
    return Ruleset.inForceOn(day)
        .orElseThrow(() ->
            new RunFailure(RunFailure.Condition.CONFIG_INVALID, "no rules are known for the day"));
  }

  /** The parts of a run of which all are written: they stay as they are until it is over. */
  List<WrittenPart> written(UUID id) throws IOException, RunFailure {
    List<WrittenPart> known = written.get(id);
    if (known != null) {
      return known;
    }
    RunFolder folder = get(id).folder();
    List<WrittenPart> parts = new ArrayList<>();
    while (Files.exists(folder.checkpoint(parts.size()))) {
      int number = parts.size();
      parts.add(WrittenPart.of(folder.part(number), Files.readString(folder.checkpoint(number))));
    }
    written.put(id, List.copyOf(parts));
    return parts;
  }

  /** Counts learners that are written. */
  void done(UUID run, long learners) {
    AtomicLong count = done.get(run);
    if (count != null) {
      count.addAndGet(learners);
    }
  }

  /** How many learners are written, those among them that were before an interruption. */
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
    written.remove(run);
    failures.remove(run);
  }
}
