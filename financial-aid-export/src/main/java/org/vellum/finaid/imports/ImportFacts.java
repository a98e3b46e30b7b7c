package org.vellum.finaid.imports;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Problem;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/**
 * Takes in a file of facts. A file without a right header, or that is no CSV, is refused as a
 * whole; a row that is wrong is refused alone, and the others are stored.
 */
@UseCase
public class ImportFacts {
  private static final int BATCH = 1_000;

  private final ImportedFacts facts;
  private final ImportReports reports;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public ImportFacts(
      ImportedFacts facts, ImportReports reports, AuditLog audit, Clock clock, Ids ids) {
    this.facts = facts;
    this.reports = reports;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** How an import ends. */
  public sealed interface Result {
    /** The file was taken in, all or in part; the report says which rows were not. */
    record Imported(ImportReport report) implements Result {}

    /** The file was refused as a whole, and nothing was stored. */
    record Refused(List<Finding> findings) implements Result {}

    /** There is no such kind of file. */
    record UnknownKind() implements Result {}
  }

  /**
   * Imports a file.
   *
   * @param name of its kind
   * @param csv what it says, closed by the caller
   * @param actor who imports it
   * @throws IOException if it cannot be read to its end
   */
  public Result importFrom(String name, InputStream csv, String actor) throws IOException {
    Optional<Kind> kind = Kinds.find(name);
    if (kind.isEmpty()) {
      return new Result.UnknownKind();
    }
    Run run = new Run(kind.get());
    List<Finding> refusal = run.read(csv);
    if (!refusal.isEmpty()) {
      if (run.stored > 0) {
        // Rows before the fault are in this transaction; an exception takes them back.
        throw Problem.of(422, "File refused", "The file cannot be read to its end.", refusal)
            .exception();
      }
      return new Result.Refused(refusal);
    }
    ImportReport report = run.report(actor);
    reports.add(report);
    audit.record(
        AuditEntry.of(
            actor,
            "aid-facts-imported",
            report.id().toString(),
            Map.of(
                "kind", report.kind(),
                "stored", Integer.toString(report.stored()),
                "refused", Integer.toString(report.refused()))));
    return new Result.Imported(report);
  }

  /** One import. */
  private final class Run {
    private final Kind kind;
    private final Findings findings;
    private final FactsFile file;
    private final List<ImportedRow> batch = new ArrayList<>(BATCH);
    private int stored;

    Run(Kind kind) {
      this.kind = kind;
      this.findings = new Findings(kind);
      this.file = new FactsFile(kind, findings);
    }

    List<Finding> read(InputStream csv) throws IOException {
      List<Finding> refusal = file.read(csv, this::take);
      if (refusal.isEmpty()) {
        store();
      }
      return refusal;
    }

    private void take(ImportedRow row) {
      batch.add(row);
      if (batch.size() == BATCH) {
        store();
      }
    }

    private void store() {
      ImportedFacts.Known known = facts.known(kind, batch);
      List<ImportedRow> good =
          batch.stream().filter(row -> References.hold(kind, row, known, findings)).toList();
      stored += facts.store(kind, good, known);
      batch.clear();
    }

    ImportReport report(String actor) {
      return new ImportReport(
          ids.next(),
          kind.name(),
          clock.instant(),
          actor,
          file.rowsRead(),
          stored,
          findings.refusedRows(),
          findings.kept());
    }
  }
}
