package org.vellum.finaid.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Jsonb;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.Repository;

/** What imports did. */
@Repository
public class ImportReports {
  private static final String COLUMNS =
      "select id, kind, imported_at, imported_by, rows_read, stored, refused, %s as findings"
          + " from financial_aid.import_report";

  private final Jdbi jdbi;

  @Inject
  public ImportReports(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(ImportReport report) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.import_report
                values (:id, :kind, :at, :by, :read, :stored, :refused, :findings)
                """)
            .bind("id", report.id())
            .bind("kind", report.kind())
            .bind("at", report.importedAt())
            .bind("by", report.importedBy())
            .bind("read", report.read())
            .bind("stored", report.stored())
            .bind("refused", report.refused())
            .bind("findings", json(report.findings()))
            .execute());
  }

  /** The newest, without their findings. */
  List<ImportReport> list(int limit) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(COLUMNS.formatted("'[]'") + " order by id desc limit :limit")
            .bind("limit", limit)
            .map((row, context) -> report(row))
            .list());
  }

  Optional<ImportReport> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(COLUMNS.formatted("findings") + " where id = :id")
            .bind("id", id)
            .map((row, context) -> report(row))
            .findOne());
  }

  private static ImportReport report(ResultSet row) throws SQLException {
    try {
      return new ImportReport(
          row.getObject("id", UUID.class),
          row.getString("kind"),
          row.getObject("imported_at", OffsetDateTime.class).toInstant(),
          row.getString("imported_by"),
          row.getInt("rows_read"),
          row.getInt("stored"),
          row.getInt("refused"),
          Json.mapper()
              .readValue(row.getString("findings"), new TypeReference<List<Finding>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("findings are read as they were written", e);
    }
  }

  private static Jsonb json(List<Finding> findings) {
    try {
      return new Jsonb(Json.mapper().writeValueAsString(findings));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("findings can be written as JSON", e);
    }
  }
}
