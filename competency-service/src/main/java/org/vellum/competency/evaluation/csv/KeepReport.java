package org.vellum.competency.evaluation.csv;

import jakarta.inject.Inject;
import java.util.Map;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.RosterReport;
import org.vellum.competency.roster.RosterReports;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Keeps the report of an import of results beside those of rosters, and audits it. */
@UseCase
public class KeepReport {
  private final RosterReports reports;
  private final AuditLog audit;

  @Inject
  public KeepReport(RosterReports reports, AuditLog audit) {
    this.reports = reports;
    this.audit = audit;
  }

  /** Keeps it. */
  public void keep(RosterReport report) {
    reports.add(report);
    audit.record(
        AuditEntry.of(
            report.importedBy(),
            "results-imported",
            report.id().toString(),
            Map.of(
                "stored",
                Integer.toString(report.files().stream().mapToInt(FileReport::added).sum()),
                "refused",
                Integer.toString(report.files().stream().mapToInt(FileReport::refused).sum()))));
  }
}
