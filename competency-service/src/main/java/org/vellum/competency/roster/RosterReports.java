package org.vellum.competency.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.problem.Severity;
import org.vellum.platform.usecase.Repository;

/** The reports of all imports. */
@Repository
public class RosterReports {
  private static final TypeReference<List<FileReport>> FILES = new TypeReference<>() {};
  private static final String REPORT =
      """
      select id, imported_at, imported_by, learners, files, errors, warnings, notes
        from competency.roster_report
      """;

  private final Jdbi jdbi;

  @Inject
  public RosterReports(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Keeps a report with its findings. */
  public void add(RosterReport report) {
    jdbi.useHandle(handle -> {
      handle
          .createUpdate(
              """
              insert into competency.roster_report values
                (:id, :importedAt, :importedBy, :learners, :files, :errors, :warnings, :notes)
              """)
          .bindMethods(report)
          .bind("files", files(report))
          .execute();
      addFindings(handle, report);
    });
  }

  private static void addFindings(Handle handle, RosterReport report) {
    if (report.findings().isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into competency.roster_finding values
              (:report, :position, :severity, :code, :place, :message)
            """);
    for (int i = 0; i < report.findings().size(); i++) {
      Finding finding = report.findings().get(i);
      batch
          .bindMethods(finding)
          .bind("report", report.id())
          .bind("position", i)
          .bind("severity", finding.severity().name())
          .add();
    }
    batch.execute();
  }

  /** The report with this identifier, with its findings. */
  public Optional<RosterReport> find(UUID id) {
    return jdbi.withHandle(handle -> {
      List<Finding> findings =
          handle
              .createQuery(
                  """
                  select severity, code, place, message from competency.roster_finding
                   where report_id = :id order by position
                  """)
              .bind("id", id)
              .map((row, context) -> finding(row))
              .list();
      return handle
          .createQuery(REPORT + " where id = :id")
          .bind("id", id)
          .map((row, context) -> report(row, findings))
          .findOne();
    });
  }

  /** The newest reports, without their findings. */
  List<RosterReport> list(int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(REPORT + " order by imported_at desc, id desc limit :limit")
            .bind("limit", limit)
            .map((row, context) -> report(row, List.of()))
            .list());
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        Severity.valueOf(row.getString("severity")),
        row.getString("code"),
        row.getString("place"),
        row.getString("message"));
  }

  private static RosterReport report(ResultSet row, List<Finding> findings) throws SQLException {
    Instant importedAt = row.getObject("imported_at", OffsetDateTime.class).toInstant();
    return new RosterReport(
        row.getObject("id", UUID.class),
        importedAt,
        row.getString("imported_by"),
        row.getInt("learners"),
        files(row.getString("files")),
        row.getInt("errors"),
        row.getInt("warnings"),
        row.getInt("notes"),
        findings);
  }

  private static Jsonb files(RosterReport report) {
    try {
      return new Jsonb(Json.mapper().writeValueAsString(report.files()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a file's report can be written as JSON", e);
    }
  }

  private static List<FileReport> files(String json) {
    try {
      return Json.mapper().readValue(json, FILES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what we wrote can be read", e);
    }
  }
}
