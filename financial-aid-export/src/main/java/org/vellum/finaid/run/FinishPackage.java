package org.vellum.finaid.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.credentials.key.Signer;
import org.vellum.finaid.delta.PublishedLearners;
import org.vellum.finaid.delta.SinceToken;
import org.vellum.finaid.export.Form;
import org.vellum.finaid.export.PackageAssembly;
import org.vellum.finaid.export.PackageCheck;
import org.vellum.finaid.export.PackagePart;
import org.vellum.finaid.export.PackageSignatures;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.export.RunState;
import org.vellum.finaid.export.WrittenPart;
import org.vellum.finaid.profile.MappedFiles;
import org.vellum.finaid.run.RunContexts.RunContext;
import org.vellum.finaid.ssn.RunNumbers;
import org.vellum.platform.usecase.Component;

/**
 * Makes a signed package of the parts. Each of its steps can be done again from its start, so that
 * it does not matter when it is interrupted.
 */
@Component
public class FinishPackage {
  private static final int ROWS = 1_000;

  private final RunContexts contexts;
  private final Runs runs;
  private final RunProgress progress;
  private final PackageKeys keys;
  private final PublishedLearners published;
  private final EndRun endRun;
  private final MappedFiles mapped;
  private final RunNumbers numbers;

  @Inject
  public FinishPackage(
      RunContexts contexts,
      Runs runs,
      RunProgress progress,
      PackageKeys keys,
      PublishedLearners published,
      EndRun endRun,
      MappedFiles mapped,
      RunNumbers numbers) {
    this.contexts = contexts;
    this.runs = runs;
    this.progress = progress;
    this.keys = keys;
    this.published = published;
    this.endRun = endRun;
    this.mapped = mapped;
    this.numbers = numbers;
  }

  /** Puts the files of an entity together, if that is not done. */
  public void assemble(UUID id, String name) throws IOException, RunFailure {
    RunContext context = contexts.get(id);
    Path found = context.folder().found(name);
    if (Files.exists(found)) {
      return;
    }
    Files.createDirectories(context.folder().unpublished());
    List<WrittenPart> parts = contexts.written(id);
    String told =
        PackageAssembly.assemble(
            name, parts, context.folder().unpublished(), context.profile().forms());
    RunFolder.write(found, told.getBytes(UTF_8));
    // So that a run needs room for its package and not for two of them.
    PackageAssembly.removeParts(name, parts, context.profile().forms());
  }

  /** Reads the files again by their schemas. */
  public void check(UUID id, String name) throws IOException, RunFailure {
    RunContext context = contexts.get(id);
    Optional<String> fault =
        PackageCheck.fault(name, context.folder().unpublished(), context.profile().forms());
    if (fault.isPresent()) {
      throw new RunFailure(RunFailure.Condition.SCHEMA_INVALID, fault.get());
    }
  }

  private static Map<String, String> found(RunContext context) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    for (String name : PackageAssembly.names()) {
      found.put(name, Files.readString(context.folder().found(name)));
    }
    return found;
  }

  /**
   * Draws the balance.
   *
   * @return whether a person must look before it is published
   */
  public boolean balance(UUID id) throws IOException, RunFailure {
    PackageAssembly.Balance balance = PackageAssembly.balance(found(contexts.get(id)));
    progress.counted(
        id,
        new Run.Counts(
            balance.selected(), balance.exported(), balance.rejected(), balance.suppressed()));
    if (!balance.balanced()) {
      throw new RunFailure(RunFailure.Condition.TOTALS_UNBALANCED, "see the folder of the run");
    }
    return balance.state() == RunState.HELD;
  }

  /**
   * Keeps what is published of each learner, for the next run and for those who ask for changes.
   */
  public void remember(UUID id) throws IOException, RunFailure {
    RunContext context = contexts.get(id);
    published.forget(id);
    Optional<UUID> before = context.run().previous();
    List<PublishedLearners.Row> rows = new ArrayList<>();
    for (WrittenPart part : contexts.written(id)) {
      long left = part.aside();
      if (left == 0) {
        // Then there may be no file.
        continue;
      }
      Path aside = part.file(PackagePart.ASIDE);
      try (CountingStream counted =
              new CountingStream(new BufferedInputStream(Files.newInputStream(aside)));
          DataInputStream in = new DataInputStream(counted)) {
        while (counted.count() < left) {
          rows.add(LearnerPart.readRemembered(in));
          if (rows.size() == ROWS) {
            published.add(id, rows, before.isPresent());
            rows.clear();
          }
        }
      }
    }
    published.add(id, rows, before.isPresent());
    if (before.isPresent() && context.run().kind() == RunInfo.Kind.FULL) {
      published.addGone(id);
    }
  }

  /** Writes the manifest and signs it. */
  public void sign(UUID id) throws IOException, RunFailure {
    RunContext context = contexts.get(id);
    Signer signer =
        keys.find()
            .orElseThrow(() ->
                new RunFailure(RunFailure.Condition.KEY_MISSING, "no key signs this package"));
    Path folder = context.folder().unpublished();
    // Again after an interruption: the schemas are written anew.
    RunFolder.remove(folder.resolve("schema"));
    map(context, folder);
    writeNumbers(context, folder);
    byte[] manifest =
        PackageAssembly.manifest(info(context), state(context), found(context), folder);
    PackageSignatures.write(folder, manifest, signer, context.run().startedAt().orElseThrow());
    progress.signed(id, PackageAssembly.hash(manifest));
  }

  /** A spreadsheet is for people, and they get no numbers. */
  private void writeNumbers(RunContext context, Path folder) throws IOException, RunFailure {
    if (context.profile() != RunProfile.SPREADSHEET) {
      try {
        numbers.write(folder, PackageAssembly.STUDENTS);
      } catch (RunNumbers.WrongSecretException e) {
        throw new RunFailure(RunFailure.Condition.CONFIG_INVALID, String.valueOf(e.getMessage()));
      }
    }
  }

  /** In the columns of other systems, which need all records of a learner. */
  private void map(RunContext context, Path folder) throws IOException, RunFailure {
    boolean possible =
        context.run().kind() == RunInfo.Kind.FULL
            && context.profile().forms().forms().contains(Form.NDJSON);
    Optional<String> fault = possible ? mapped.write(folder) : Optional.empty();
    if (fault.isPresent()) {
      throw new RunFailure(RunFailure.Condition.CONFIG_INVALID, fault.get());
    }
  }

  /** Somebody who is asked releases a held run: from there on it is one with errors. */
  private RunState state(RunContext context) throws IOException {
    RunState state = PackageAssembly.balance(found(context)).state();
    return state == RunState.HELD ? RunState.COMPLETED_WITH_ERRORS : state;
  }

  private RunInfo info(RunContext context) {
    Run run = context.run();
    Optional<RunInfo.Previous> previous =
        run.previous()
            .map(runs::get)
            .map(each -> new RunInfo.Previous(each.id().toString(), each.manifestSha256()));
    SinceToken to =
        new SinceToken(run.profile(), run.watermark().orElseThrow(), run.asOf().orElseThrow());
    Optional<String> from =
        run.since()
            .map(since -> new SinceToken(run.profile(), since, run.asOf().orElseThrow()).text());
    return new RunInfo(
        run.id().toString(),
        run.kind(),
        run.institution(),
        run.asOf().orElseThrow(),
        run.startedAt().orElseThrow(),
        context.records().ruleset().code(),
        previous,
        Optional.of(new RunInfo.Watermark(from, to.text())));
  }

  /** Moves the package to its place and says so, and removes what it was made of. */
  public void publish(UUID id) throws IOException, RunFailure {
    RunContext context = contexts.get(id);
    RunStatus state =
        context.run().decision().isPresent() || runs.get(id).counts().rejected() > 0
            ? RunStatus.COMPLETED_WITH_ERRORS
            : RunStatus.COMPLETED;
    context.folder().publish();
    endRun.end(id, new EndRun.Outcome.Published(state, context.folder().packageName()));
    published.prune(id, context.run().kind() == RunInfo.Kind.FULL);
    context.folder().clear();
    contexts.forget(id);
  }
}
