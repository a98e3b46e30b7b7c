package org.vellum.finaid.run;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.vellum.finaid.delta.Comparison;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.delta.PublishedLearners;
import org.vellum.finaid.export.EntityTable;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.export.PackagePart;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.export.RowError;
import org.vellum.finaid.facts.model.LearnerFacts;

/** Writes the records of some learners into a part of the package. */
public final class LearnerPart implements Closeable {
  private final RunContexts.RunContext context;
  private final PackagePart part;
  private final int number;

  private LearnerPart(RunContexts.RunContext context, PackagePart part, int number) {
    this.context = context;
    this.part = part;
    this.number = number;
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
    part.write(
        new RecordBatch(
            programs.selected(),
            sorted,
            programs.rejected(),
            programs.suppressed(),
            programs.errors()),
        PackagePart.Choice.ALL);
  }

  /** A learner. */
  void learner(SnapshotFile.Learner learner) throws IOException, RunFailure {
    Position watermark = context.run().watermark().orElseThrow();
    RecordBatch batch = context.records().of(learner.facts());
    stopIfTold(batch);
    Comparison comparison = new Comparison(learner.published(), context.run().since(), watermark);
    part.write(batch, comparison::takes);
    for (KnownRecords.Key gone : comparison.gone()) {
      part.takeBack(
          ExportRecord.tombstone(
              EntityTable.get(gone.entity()),
              gone.recordId(),
              learner.facts().factsVersion(),
              learner.facts().sourceAsOf(),
              context.ruleset().code()));
    }
    remember(idOf(learner.facts()), comparison);
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

  private void remember(String learner, Comparison comparison) throws IOException {
    byte[] known = comparison.after().bytes();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(known.length + 128);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(learner);
    out.writeUTF(comparison.kind().name());
    out.writeUTF(String.join(" ", comparison.changed()));
    out.writeInt(known.length);
    out.write(known);
    bytes.writeTo(part.aside());
  }

  /** What {@link #remember} wrote of the next learner. */
  static PublishedLearners.Row readRemembered(DataInputStream in) throws IOException {
    String learner = in.readUTF();
    Comparison.Kind kind = Comparison.Kind.valueOf(in.readUTF());
    String entities = in.readUTF();
    return new PublishedLearners.Row(learner, kind, entities, in.readNBytes(in.readInt()));
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
