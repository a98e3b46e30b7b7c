package org.vellum.competency.evaluation.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.vellum.competency.evaluation.csv.ReadBatch.ReadRow;
import org.vellum.competency.evaluation.csv.ReadResults.Reading;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.competency.roster.csv.Row;
import org.vellum.platform.problem.Finding;

/** Makes batches of the rows of a file, without a look at what is stored. */
final class RowBatches {
  private static final int BATCH = 1_000;

  /**
   * So many characters are held at a time, and one row more: a row may have 20,000 and more. While
   * one batch is stored, the next waits.
   */
  static final int LARGEST_BATCH = 2_000_000;

  private final Reading reading;
  private final Findings findings;
  private final Consumer<ReadBatch> batches;
  private final Set<String> inBatch = new HashSet<>();
  private List<ReadRow> batch = new ArrayList<>(BATCH);
  private int batchLength;
  private int read;
  private int refused;

  /**
   * For one file.
   *
   * @param findings is told what is wrong with a row, also by who reads it; emptied into each batch
   * @param batches takes each batch, and at last one of what is left, which may be nothing
   */
  RowBatches(Reading reading, Findings findings, Consumer<ReadBatch> batches) {
    this.reading = reading;
    this.findings = findings;
    this.batches = batches;
  }

  void take(Optional<Row> row) {
    if (row.isEmpty()) {
      read++;
      refused++;
    } else {
      take(row.get());
    }
  }

  private void take(Row row) {
    ResultRow result = new ResultRow(reading.file(), row);
    boolean told = result.saysSomething();
    if (told && !reading.allowed().test(result.lineItem())) {
      refused++;
      findings.add(
          Finding.error(
              "not-yours",
              row.place(reading.file(), "lineItemSourcedId"),
              "it is no line item of a class of yours"));
    } else if (told) {
      add(result);
    }
    read++;
  }

  private void add(ResultRow result) {
    Row row = result.row();
    if (batch.size() == BATCH || batchLength > LARGEST_BATCH || inBatch.contains(row.sourcedId())) {
      handOver();
    }
    batch.add(
        new ReadRow(
            result,
            reading.withObjectives()
                ? Optional.empty()
                : Optional.of(result.sent(reading.source(), List.of()))));
    batchLength += row.length();
    inBatch.add(row.sourcedId());
  }

  /** All rows were taken: the rest of them is a batch. */
  void end() {
    handOver();
  }

  private void handOver() {
    batches.accept(new ReadBatch(batch, findings.takeOut(), read, refused));
    batch = new ArrayList<>(BATCH);
    batchLength = 0;
    inBatch.clear();
    refused = 0;
  }
}
