package org.vellum.competency.evaluation.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.vellum.competency.evaluation.RecordResults;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.evaluation.csv.ReadBatch.ReadRow;
import org.vellum.competency.evaluation.csv.StagedObjectives.Staged;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.competency.roster.csv.Row;
import org.vellum.platform.problem.Finding;

/**
 * The reading of one file of results: its rows are stored in batches, in their order, and of each
 * is told what became of it. While a batch is stored, the next is read and made ready.
 */
final class ReadResults {
  /** So many refused results of one file are kept for the registrar; the report tells of others. */
  private static final int MOST_KEPT = 1_000;

  private final RecordResults recordResults;
  private final StagedObjectives objectives;
  private final Reading reading;
  private final Findings findings;
  private final IntConsumer progress;
  private int read;
  private int stored;
  private int refused;

  /**
   * What is read.
   *
   * @param id identifier of this reading
   * @param file what file it is
   * @param delta whether it tells only what changed
   * @param withObjectives whether another file says what its results say of learning objectives
   * @param source the system whose results they are
   * @param allowed whether who sends them may evaluate a line item
   */
  record Reading(
      UUID id,
      RosterFile file,
      boolean delta,
      boolean withObjectives,
      String source,
      Predicate<String> allowed) {}

  ReadResults(
      RecordResults recordResults,
      StagedObjectives objectives,
      Reading reading,
      Findings findings,
      IntConsumer progress) {
    this.recordResults = recordResults;
    this.objectives = objectives;
    this.reading = reading;
    this.findings = findings;
    this.progress = progress;
  }

  /** A file that can be read once, row by row. */
  @FunctionalInterface
  interface Rows {
    void read(Findings findings, Consumer<Optional<Row>> rows) throws IOException;
  }

  /** Stores all rows, and says what was done. */
  FileReport store(Rows rows) throws IOException {
    OneAhead.<ReadBatch>each(
        batches -> {
          Findings found = new Findings();
          RowBatches ready = new RowBatches(reading, found, batches);
          rows.read(found, ready::take);
          ready.end();
        },
        this::storeBatch);
    return new FileReport(
        reading.file().fileName(),
        reading.delta() ? "delta" : "bulk",
        read,
        stored,
        0,
        read - stored - refused,
        refused);
  }

  private void storeBatch(ReadBatch batch) {
    findings.addAll(batch.findings());
    refused += batch.refused();
    read = batch.read();
    Map<String, List<Staged>> staged = staged(batch);
    List<ResultRow> rows = new ArrayList<>();
    List<SentResult> sent = new ArrayList<>();
    for (ReadRow each : batch.rows()) {
      ResultRow row = each.row();
      List<Staged> scores = staged.getOrDefault(row.row().sourcedId(), List.of());
      Optional<String> fault = ResultRow.fault(scores);
      if (fault.isPresent()) {
        refuse(
            row,
            "sourcedId",
            "objective-invalid",
            "a learning objective of CASE is no UUID or is named twice: " + fault.get());
      } else {
        rows.add(row);
        sent.add(each.sent().orElseGet(() -> row.sent(reading.source(), scores)));
      }
    }
    List<Recorded> recorded = recordResults.record(sent, refused < MOST_KEPT);
    for (int i = 0; i < rows.size(); i++) {
      note(rows.get(i), recorded.get(i));
    }
    progress.accept(read);
  }

  private Map<String, List<Staged>> staged(ReadBatch batch) {
    return reading.withObjectives()
        ? objectives.take(
            reading.id(), batch.rows().stream().map(each -> each.row().row().sourcedId()).toList())
        : Map.of();
  }

  private void note(ResultRow row, Recorded recorded) {
    switch (recorded) {
      case Recorded.Stored done -> stored++;
      case Recorded.AlreadyKnown known -> {
        // counted as unchanged
      }
      case Recorded.Stale stale ->
          refuse(
              row,
              "dateLastModified",
              "stale",
              "a newer state of the result is known, as of " + stale.newest());
      case Recorded.Overtaken overtaken ->
          findings.add(
              Finding.warning(
                  "changed-since",
                  row.row().place(reading.file(), "dateLastModified"),
                  "the same was sent before and changed since, and that change stands; if this row"
                      + " is to hold again, give it a dateLastModified after "
                      + overtaken.newest()));
      case Recorded.Refused why -> refuse(row, column(why), why.reason(), why.sentence());
    }
  }

  private static String column(Recorded.Refused why) {
    return switch (why.reason()) {
      case Recorded.UnknownLearner.REASON -> "studentSourcedId";
      case Recorded.UnknownLineItem.REASON -> "lineItemSourcedId";
      case "out-of-scale" -> "score";
      case "scored-in-future" -> "scoreDate";
      default -> "sourcedId";
    };
  }

  private void refuse(ResultRow row, String header, String code, String message) {
    refused++;
    findings.add(Finding.error(code, row.row().place(reading.file(), header), message));
  }
}
