package org.vellum.competency.evaluation.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.vellum.competency.evaluation.RecordResults;
import org.vellum.competency.evaluation.Recorded;
import org.vellum.competency.evaluation.SentResult;
import org.vellum.competency.evaluation.csv.StagedObjectives.Staged;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.competency.roster.csv.Row;
import org.vellum.platform.problem.Finding;

/** The reading of one file of results: its rows in batches, and what became of each. */
final class ReadResults {
  private static final int BATCH = 1_000;

  /** So many characters are held at a time, and one row more: a row may have 20,000 and more. */
  static final int LARGEST_BATCH = 4_000_000;

  /** So many refused results of one file are kept for the registrar; the report tells of others. */
  private static final int MOST_KEPT = 1_000;

  private final RecordResults recordResults;
  private final StagedObjectives objectives;
  private final Reading reading;
  private final Findings findings;
  private final IntConsumer progress;
  private final List<ResultRow> batch = new ArrayList<>(BATCH);
  private final Set<String> inBatch = new HashSet<>();
  private int batchLength;
  private int read;
  private int stored;
  private int refused;

  /**
   * What is read.
   *
   * @param id identifier of this reading
   * @param file what file it is
   * @param delta whether it tells only what changed
   * @param source the system whose results they are
   * @param allowed whether who sends them may evaluate a line item
   */
  record Reading(
      UUID id, RosterFile file, boolean delta, String source, Predicate<String> allowed) {}

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

  void take(Optional<Row> row) {
    read++;
    if (row.isEmpty()) {
      refused++;
      return;
    }
    ResultRow result = new ResultRow(reading.file(), row.get());
    if (!result.saysSomething()) {
      return;
    }
    if (!reading.allowed().test(result.lineItem())) {
      refuse(result, "lineItemSourcedId", "not-yours", "it is no line item of a class of yours");
      return;
    }
    if (batch.size() == BATCH
        || batchLength > LARGEST_BATCH
        || inBatch.contains(row.get().sourcedId())) {
      store();
      progress.accept(read - 1);
    }
    batch.add(result);
    batchLength += row.get().length();
    inBatch.add(row.get().sourcedId());
  }

  /** What was done, after all rows were taken. */
  FileReport report() {
    store();
    progress.accept(read);
    return new FileReport(
        reading.file().fileName(),
        reading.delta() ? "delta" : "bulk",
        read,
        stored,
        0,
        read - stored - refused,
        refused);
  }

  private void store() {
    Map<String, List<Staged>> staged = objectives.take(reading.id(), inBatch);
    List<ResultRow> rows = new ArrayList<>();
    List<SentResult> sent = new ArrayList<>();
    for (ResultRow row : batch) {
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
        sent.add(row.sent(reading.source(), scores));
      }
    }
    List<Recorded> recorded = recordResults.record(sent, refused < MOST_KEPT);
    for (int i = 0; i < rows.size(); i++) {
      note(rows.get(i), recorded.get(i));
    }
    batch.clear();
    batchLength = 0;
    inBatch.clear();
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
