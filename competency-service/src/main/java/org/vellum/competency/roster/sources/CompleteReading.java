package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.RosterReport;
import org.vellum.competency.roster.RosterReports;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.problem.Severity;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Completes the reading of a source: keeps the report of it, and as of when all is known. */
@UseCase
public class CompleteReading {
  /** Clocks differ, and what is committed later may be dated earlier: so much is read again. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final Sources sources;
  private final RosterReports reports;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public CompleteReading(
      Sources sources, RosterReports reports, AuditLog audit, Clock clock, Ids ids) {
    this.sources = sources;
    this.reports = reports;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** Completes it. */
  public void complete(
      Source source, Source.Reading reading, List<FileReport> files, Findings findings) {
    Instant now = clock.instant();
    RosterReport report =
        new RosterReport(
            ids.next(),
            now,
            "source " + source.name(),
            0,
            files,
            findings.count(Severity.ERROR),
            findings.count(Severity.WARNING),
            findings.count(Severity.NOTE),
            findings.kept());
    reports.add(report);
    sources.complete(source.id(), reading.beganAt().minus(AGAIN), now, report.id());
    audit.record(
        AuditEntry.of(
            "system",
            "source-read",
            source.id().toString(),
            Map.of(
                "objects", Integer.toString(reading.objects()),
                "refused", Integer.toString(reading.refused()))));
  }
}
