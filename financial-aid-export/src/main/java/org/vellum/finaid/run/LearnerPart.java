package org.vellum.finaid.run;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vellum.finaid.delta.Comparison;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.delta.PublishedLearners;
import org.vellum.finaid.export.EntityTable;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.export.PackagePart;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.export.RunInfo;
import org.vellum.finaid.facts.model.LearnerFacts;

/** Writes the records of some learners into a part of the package. */
public final class LearnerPart implements Closeable {
  private final RunContexts.RunContext context;
  private final PackagePart part;
  private final int number;
  private long written;
  private long tried;
  private int trials;

  private LearnerPart(RunContexts.RunContext context, PackagePart part, int number) {
    this.context = context;
    this.part = part;
    this.number = number;
    // A run of changes is itself what would be tried.
    this.tried = context.run().kind() == RunInfo.Kind.FULL ? 0 : Long.MAX_VALUE;
  }

  static LearnerPart open(RunContexts.RunContext context, int number, String checkpoint)
      throws IOException {
    Files.createDirectories(context.folder().part(number));
    return new LearnerPart(
        context,
        PackagePart.open(
            context.folder().part(number),
            context.profile().forms(),
            context.run().id().toString(),
            checkpoint),
        number);
  }

  /** By which the school knows a learner. */
  static String idOf(LearnerFacts learner) {
    return learner.student().institutionStudentId();
  }

  /** The programs; they are in every package, because learners belong to them. */
  void programs() throws IOException, RunFailure {
    RecordBatch programs = context.records().ofPrograms();
    stopIfTold(programs);
    // A map has no order, and the same programs must give the same bytes.
    List<ExportRecord> sorted =
        programs.records().stream()
            .sorted(
                Comparator.comparingInt(
                        (ExportRecord each) -> EntityTable.names().indexOf(each.entity().name()))
                    .thenComparing(ExportRecord::id))
            .toList();
    ComparedRecords compared =
        ComparedRecords.ofPrograms(
            context.records(),
            context.publishedPrograms(),
            context.run().since(),
            context.run().watermark().orElseThrow());
    part.write(
        new RecordBatch(
            programs.selected(),
            sorted,
            programs.rejected(),
            programs.suppressed(),
            programs.errors()),
        compared.comparison().choice(true),
        fault -> compared.comparison().firstSeen(fault, runId()));
    takeBack(compared);
    rememberSame(PublishedLearners.PROGRAMS, compared.comparison().after());
  }

  private String runId() {
    return context.run().id().toString();
  }

  /** A learner. */
  void learner(SnapshotFile.Learner learner) throws IOException, RunFailure {
    ComparedRecords compared =
        ComparedRecords.of(
            context.records(),
            learner.facts(),
            learner.published(),
            context.run().since(),
            context.run().watermark().orElseThrow());
    stopIfTold(compared.batch());
    part.countLearner();
    String id = idOf(learner.facts());
    part.write(
        compared.batch(),
        compared.comparison().choice(false),
        fault -> compared.comparison().firstSeen(fault, runId()));
    if (compared.isStale()) {
      // What was exported is newer: it stays as it is, until the facts are as new again.
      rememberSame(id, learner.published());
      return;
    }
    takeBack(compared);
    byte[] known = remember(id, compared.comparison());
    tryNextChanges(learner.facts(), known);
  }

  private void tryNextChanges(LearnerFacts facts, byte[] known) throws RunFailure {
    if (written++ == tried) {
      Optional<String> fault =
          NextChanges.fault(
              context.records(), facts, known, context.run().watermark().orElseThrow(), trials++);
      tried = NextChanges.after(tried);
      if (fault.isPresent()) {
        throw new RunFailure(
            RunFailure.Condition.UNEXPECTED, "a run of changes would not be one: " + fault.get());
      }
    }
  }

  private void takeBack(ComparedRecords compared) throws IOException {
    for (ExportRecord gone : compared.gone()) {
      part.takeBack(gone);
    }
  }

  private static void stopIfTold(RecordBatch batch) throws RunFailure {
    if (batch.stopsTheRun()) {
      String code =
          batch.errors().stream()
              .filter(error -> error.severity() == RowError.Severity.RUN)
              .findFirst()
              .map(RowError::code)
              .orElse("");
      throw new RunFailure(RunFailure.Condition.FACTS_INVALID, code);
    }
  }

  private byte[] remember(String learner, Comparison comparison) throws IOException {
    String causes =
        comparison.causes().stream().map(Comparison.Cause::name).collect(Collectors.joining(" "));
    byte[] known = comparison.after().bytes();
    remember(learner, known, causes, comparison.kind(), comparison.changed());
    return known;
  }

  /** Without a word on how it differs. */
  private void rememberSame(String learner, KnownRecords after) throws IOException {
    remember(learner, after.bytes(), "", Comparison.Kind.SAME, Set.of());
  }

  private void remember(
      String learner, byte[] known, String causes, Comparison.Kind kind, Set<String> changed)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(known.length + 128);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(learner);
    out.writeUTF(kind.name());
    out.writeUTF(String.join(" ", changed));
    out.writeUTF(causes);
    out.writeInt(known.length);
    out.write(known);
    bytes.writeTo(part.aside());
  }

  /** What {@link #remember} wrote of the next learner. */
  static PublishedLearners.Row readRemembered(DataInputStream in) throws IOException {
    String learner = in.readUTF();
    Comparison.Kind kind = Comparison.Kind.valueOf(in.readUTF());
    String entities = in.readUTF();
    String causes = in.readUTF();
    return new PublishedLearners.Row(learner, kind, entities, causes, in.readNBytes(in.readInt()));
  }

  /** How far it is written; from here it goes on after an interruption. */
  String checkpoint() throws IOException {
    String checkpoint = part.checkpoint();
    RunFolder.write(
        context.folder().checkpoint(number),
        checkpoint.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return checkpoint;
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
