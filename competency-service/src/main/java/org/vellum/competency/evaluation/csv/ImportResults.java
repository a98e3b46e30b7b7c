package org.vellum.competency.evaluation.csv;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.vellum.competency.evaluation.RecordResults;
import org.vellum.competency.evaluation.csv.ReadResults.Reading;
import org.vellum.competency.evaluation.csv.StagedObjectives.Staged;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.RosterReport;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.competency.roster.csv.Limits;
import org.vellum.competency.roster.csv.ResultFiles;
import org.vellum.competency.roster.csv.RosterArchive;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.competency.roster.csv.Row;
import org.vellum.competency.roster.csv.SingleFile;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/**
 * Takes in results from a file. What is wrong with its form or its header refuses the whole; what
 * is wrong with a row refuses that row. It works in several transactions; if it breaks off, sending
 * the file again stores what is missing and nothing twice.
 */
@Component
public class ImportResults {
  private static final int BATCH = 1_000;

  private final RecordResults recordResults;
  private final StagedObjectives objectives;
  private final KeepReport keepReport;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public ImportResults(
      RecordResults recordResults,
      StagedObjectives objectives,
      KeepReport keepReport,
      Clock clock,
      Ids ids) {
    this.recordResults = recordResults;
    this.objectives = objectives;
    this.keepReport = keepReport;
    this.clock = clock;
    this.ids = ids;
  }

  /** Is told how far an import is. */
  @FunctionalInterface
  public interface Progress {
    /** For whoever does not ask. */
    Progress UNHEARD = (done, rows) -> {};

    /**
     * So many rows are done for good.
     *
     * @param done of the rows of the file
     * @param rows how many it has
     */
    void tell(int done, int rows);
  }

  /** How an import ends. */
  public sealed interface Result {
    /** The rows were taken in, all or in part; the report says which were not. */
    record Imported(RosterReport report) implements Result {}

    /** The file was refused as a whole, and nothing was stored. */
    record Refused(List<Finding> findings) implements Result {}

    /** The archive holds no results. */
    record Nothing() implements Result {}
  }

  /**
   * Takes in a file that was filled in by hand, or is of another system.
   *
   * @param csv where it lies; left there
   * @param id identifier of the report
   * @param actor who sends it
   * @param allowed whether the actor may evaluate the line item of this {@code sourcedId}
   * @param progress is told after each batch of rows
   */
  public Result fromFile(
      Path csv, UUID id, String actor, Predicate<String> allowed, Progress progress)
      throws IOException {
    Findings findings = new Findings();
    SingleFile file = new SingleFile(csv, ResultFiles.FILLED_IN, Limits.OF_ONE_FILE);
    int rows = file.check(findings);
    if (findings.hasErrors()) {
      return new Result.Refused(findings.kept());
    }
    Reading reading = new Reading(id, ResultFiles.FILLED_IN, false, false, "file", allowed);
    ReadResults read =
        new ReadResults(
            recordResults, objectives, reading, findings, done -> progress.tell(done, rows));
    return kept(reading.id(), actor, List.of(read.store(file::read)), findings);
  }

  /**
   * Takes in the results of an archive (OneRoster 1.2, CSV binding); the roster's part is not its.
   */
  public Result fromArchive(Path zip, String actor) throws IOException {
    Findings findings = new Findings();
    Optional<RosterArchive> opened = RosterArchive.open(zip, Limits.USUAL, findings);
    if (opened.isEmpty()) {
      return new Result.Refused(findings.kept());
    }
    try (RosterArchive archive = opened.get()) {
      return archive.hasResults() ? read(archive, actor, findings) : new Result.Nothing();
    }
  }

  private Result read(RosterArchive archive, String actor, Findings findings) throws IOException {
    UUID id = ids.next();
    String source = "csv:" + archive.systemCode().orElse("unnamed");
    List<FileReport> files = new ArrayList<>();
    try {
      if (archive.has(ResultFiles.OBJECTIVES)) {
        files.add(putAside(archive, id, findings));
      }
      Reading reading =
          new Reading(
              id,
              ResultFiles.RESULTS,
              archive.isDelta(ResultFiles.RESULTS),
              archive.has(ResultFiles.OBJECTIVES),
              source,
              lineItem -> true);
      ReadResults read = new ReadResults(recordResults, objectives, reading, findings, done -> {});
      files.add(read.store((found, rows) -> archive.read(ResultFiles.RESULTS, found, rows)));
    } finally {
      objectives
          .forget(id)
          .ifPresent(result ->
              findings.add(
                  Finding.warning(
                      "reference-unknown",
                      ResultFiles.OBJECTIVES.fileName(),
                      "rows of results that the archive does not hold were passed over, such as of "
                          + result)));
    }
    return kept(id, actor, files, findings);
  }

  private FileReport putAside(RosterArchive archive, UUID id, Findings findings)
      throws IOException {
    RosterFile file = ResultFiles.OBJECTIVES;
    List<Staged> rows = new ArrayList<>();
    int[] counts = new int[2];
    int[] length = new int[1];
    archive.read(
        file,
        findings,
        row -> {
          counts[0]++;
          if (row.isEmpty()) {
            counts[1]++;
          } else if (row.get().active()) {
            rows.add(staged(file, row.get()));
            length[0] += row.get().length();
          }
          if (rows.size() == BATCH || length[0] > RowBatches.LARGEST_BATCH) {
            objectives.putAside(id, rows);
            rows.clear();
            length[0] = 0;
          }
        });
    objectives.putAside(id, rows);
    boolean delta = archive.isDelta(file);
    return new FileReport(
        file.fileName(),
        delta ? "delta" : "bulk",
        counts[0],
        0,
        0,
        counts[0] - counts[1],
        counts[1]);
  }

  private static Staged staged(RosterFile file, Row row) {
    return new Staged(
        String.valueOf(row.value(file, "resultSourcedId")),
        String.valueOf(row.value(file, "source")),
        String.valueOf(row.value(file, "learningObjectiveId")),
        row.value(file, "score"),
        row.value(file, "textScore"));
  }

  private Result kept(UUID id, String actor, List<FileReport> files, Findings findings) {
    RosterReport report =
        new RosterReport(
            id,
            clock.instant(),
            actor,
            0,
            files,
            findings.count(Severity.ERROR),
            findings.count(Severity.WARNING),
            findings.count(Severity.NOTE),
            findings.kept());
    keepReport.keep(report);
    return new Result.Imported(report);
  }
}
