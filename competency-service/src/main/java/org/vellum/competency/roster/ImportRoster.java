package org.vellum.competency.roster;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.competency.roster.csv.Limits;
import org.vellum.competency.roster.csv.RosterArchive;
import org.vellum.competency.roster.csv.RosterFile;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/**
 * Takes in a roster as OneRoster 1.2's CSV binding packs it. What is wrong with the zip, the
 * manifest, a header or the form of a file refuses the whole; what is wrong with a row refuses that
 * row, and the rest is stored.
 */
@UseCase
public class ImportRoster {
  private final RosterTables tables;
  private final RosterReports reports;
  private final Announcements announcements;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  ImportRoster(
      RosterTables tables,
      RosterReports reports,
      Announcements announcements,
      AuditLog audit,
      Clock clock,
      Ids ids) {
    this.tables = tables;
    this.reports = reports;
    this.announcements = announcements;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** How an import ends. */
  public sealed interface Result {
    /**
     * The roster was taken in, all or in part; the report says which rows were not.
     *
     * @param holdsResults whether the archive also holds what is not the roster's
     */
    record Imported(RosterReport report, boolean holdsResults) implements Result {}

    /** The roster was refused as a whole, and nothing was stored. */
    record Refused(List<Finding> findings) implements Result {}
  }

  /**
   * Imports an archive.
   *
   * @param zip where it lies; left there
   * @param actor who imports it
   * @param progress is told how far it has come
   * @throws IOException if the file system fails
   */
  public Result importFrom(Path zip, String actor, ImportProgress progress) throws IOException {
    Findings findings = new Findings();
    Optional<RosterArchive> opened = RosterArchive.open(zip, Limits.USUAL, findings);
    if (opened.isEmpty()) {
      return new Result.Refused(findings.kept());
    }
    try (RosterArchive archive = opened.get()) {
      RosterReport report = store(archive, findings, actor, progress);
      reports.add(report);
      audit.record(
          AuditEntry.of(actor, "roster-imported", report.id().toString(), figures(report)));
      return new Result.Imported(report, archive.hasResults());
    }
  }

  private RosterReport store(
      RosterArchive archive, Findings findings, String actor, ImportProgress progress)
      throws IOException {
    progress.knows(archive.files().stream().mapToLong(archive::rows).sum());
    progress.does("Waiting for another import");
    tables.lock();
    List<FileReport> files = new ArrayList<>();
    for (RosterFile file : archive.files()) {
      progress.does("Storing " + file.fileName());
      files.add(new ImportFile(tables, file, findings).read(archive, progress));
    }
    progress.does("Telling the other services");
    int learners = announcements.announceDue();
    return new RosterReport(
        ids.next(),
        clock.instant(),
        actor,
        learners,
        files,
        findings.count(Severity.ERROR),
        findings.count(Severity.WARNING),
        findings.count(Severity.NOTE),
        findings.kept());
  }

  private static Map<String, String> figures(RosterReport report) {
    int stored = report.files().stream().mapToInt(file -> file.added() + file.updated()).sum();
    int refused = report.files().stream().mapToInt(FileReport::refused).sum();
    return Map.of(
        "stored", Integer.toString(stored),
        "refused", Integer.toString(refused),
        "learners", Integer.toString(report.learners()));
  }
}
