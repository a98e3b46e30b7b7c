package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.finaid.delta.PublishedLearners;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.facts.model.ProgramCatalogue;
import org.vellum.finaid.ssn.RunNumbers;
import org.vellum.platform.usecase.Component;

/** Writes the facts of one moment down, so that they stay the same until the run is over. */
@Component
public class TakeSnapshot {
  private static final int AT_ONCE = 1_000;
  private static final byte[] NOTHING = {};

  private final Runs runs;
  private final RunProgress progress;
  private final RunConfiguration configuration;
  private final FactsReading facts;
  private final PublishedLearners published;
  private final PackageKeys keys;
  private final RunNumbers numbers;

  @Inject
  public TakeSnapshot(
      Runs runs,
      RunProgress progress,
      RunConfiguration configuration,
      FactsReading facts,
      PublishedLearners published,
      PackageKeys keys,
      RunNumbers numbers) {
    this.runs = runs;
    this.progress = progress;
    this.configuration = configuration;
    this.facts = facts;
    this.published = published;
    this.keys = keys;
    this.numbers = numbers;
  }

  /** Takes it. */
  public void take(UUID id) throws IOException, RunFailure {
    if (keys.find().isEmpty()) {
      // Said now, and not after an hour of writing.
      throw new RunFailure(RunFailure.Condition.KEY_MISSING, "set vellum.financial-aid.key-secret");
    }
    Run run = runs.get(id);
    Optional<Run> before = runs.findPublished(run.institution(), run.profile());
    try (SnapshotFile.Writer file =
            new SnapshotFile.Writer(RunFolder.of(configuration, id).snapshot());
        Collector to = new Collector(run, before.isPresent(), file)) {
      FactsReading.Taken taken = facts.read(run.since(), to::programs, to::learner);
      to.flush();
      file.finish();
      progress.snapshot(id, taken.asOf(), taken.watermark(), to.learners, before.map(Run::id));
    }
  }

  /** Collects some learners to look up what was published of them in one go. */
  private final class Collector implements AutoCloseable {
    private final Run run;
    private final boolean lookUp;
    private final SnapshotFile.Writer file;
    private final List<LearnerFacts> waiting = new ArrayList<>();
    private long learners;

    Collector(Run run, boolean lookUp, SnapshotFile.Writer file) {
      this.run = run;
      this.lookUp = lookUp || run.kind() == RunInfo.Kind.DELTA;
      this.file = file;
    }

    void programs(ProgramCatalogue catalogue, Set<String> shared) throws IOException {
      byte[] known =
          known(List.of(PublishedLearners.PROGRAMS))
              .getOrDefault(PublishedLearners.PROGRAMS, NOTHING);
      file.programs(catalogue, known, shared, numbers.shared());
    }

    private Map<String, byte[]> known(List<String> ids) {
      return lookUp ? published.find(run.institution(), run.profile(), ids) : Map.of();
    }

    void learner(LearnerFacts learner) throws IOException {
      waiting.add(learner);
      learners++;
      if (waiting.size() == AT_ONCE) {
        flush();
      }
    }

    void flush() throws IOException {
      Map<String, byte[]> known = known(waiting.stream().map(LearnerPart::idOf).toList());
      for (LearnerFacts each : waiting) {
        file.learner(each, known.getOrDefault(LearnerPart.idOf(each), NOTHING));
      }
      waiting.clear();
    }

    @Override
    public void close() {
      waiting.clear();
    }
  }
}
