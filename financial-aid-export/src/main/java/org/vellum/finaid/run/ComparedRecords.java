package org.vellum.finaid.run;

import java.util.List;
import java.util.Optional;
import org.vellum.finaid.delta.Comparison;
import org.vellum.finaid.delta.KnownRecords;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.export.EntityTable;
import org.vellum.finaid.export.ExportRecord;
import org.vellum.finaid.export.RecordBatch;
import org.vellum.finaid.facts.model.LearnerFacts;
import org.vellum.finaid.records.LearnerRecords;

/**
 * The records of one learner, or of the programs, beside what was published of them before.
 *
 * @param batch the records, and what is wrong with others
 * @param comparison which of them are to be given
 * @param basis on what they rest
 * @param isStale whether the facts are older than those of which something was published, as after
 *     a restore: then all of it is rejected, and nothing is taken back
 */
public record ComparedRecords(
    RecordBatch batch, Comparison comparison, KnownRecords.Basis basis, boolean isStale) {

  /**
   * Of a learner.
   *
   * @param published what was published before
   * @param since from where changes are asked for; none for all records
   * @param now how far the facts reach
   */
  public static ComparedRecords of(
      LearnerRecords records,
      LearnerFacts learner,
      KnownRecords published,
      Optional<Position> since,
      Position now) {
    KnownRecords.Basis basis =
        new KnownRecords.Basis(
            learner.sourceAsOf(),
            learner.factsVersion(),
            records.ruleset().code(),
            records.programsOf(learner));
    boolean stale =
        published
            .basis()
            .filter(before -> learner.sourceAsOf().isBefore(before.sourceAsOf()))
            .isPresent();
    Comparison comparison =
        new Comparison(published.withTimesAt(learner.factsVersion()), basis, since, now);
    RecordBatch batch =
        stale
            ? records.of(learner, published.basis().orElseThrow().sourceAsOf())
            : records.of(learner, comparison::published);
    comparison.lookForChangedSchedules(batch.records());
    return new ComparedRecords(batch, comparison, basis, stale);
  }

  /** Of the programs; they are of one moment with their rules, and say of themselves since when. */
  public static ComparedRecords ofPrograms(
      LearnerRecords records, KnownRecords published, Optional<Position> since, Position now) {
    KnownRecords.Basis basis =
        new KnownRecords.Basis(
            records.asOf().atStartOfDay(java.time.ZoneOffset.UTC).toInstant(),
            1,
            records.ruleset().code(),
            "");
    return new ComparedRecords(
        records.ofPrograms(),
        new Comparison(published.withoutTimes(), basis, since, now),
        basis,
        false);
  }

  /** The record in its version, if it is to be given. */
  public Optional<ExportRecord> given(ExportRecord each) {
    return comparison.given(each);
  }

  /** What is to be taken back, to be asked for when all records that stand were compared. */
  public List<ExportRecord> gone() {
    return comparison.gone().stream()
        .map(gone ->
            ExportRecord.tombstone(
                EntityTable.get(gone.key().entity()),
                gone.key().recordId(),
                gone.version(),
                basis.sourceAsOf(),
                basis.ruleset()))
        .toList();
  }
}
