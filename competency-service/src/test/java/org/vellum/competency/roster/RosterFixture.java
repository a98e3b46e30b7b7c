package org.vellum.competency.roster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Plans;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

/** The import over a real database, as the container would put it together. */
public final class RosterFixture {
  /** The fixed present. */
  public static final Instant NOW = Instant.parse("2026-09-30T12:00:00Z");

  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final TestDatabase database;
  public final Jdbi jdbi;
  public final Roster roster;
  final RosterReports reports;
  private final ImportRoster importRoster;
  public final ImportProgress progress = new ImportProgress(NOW, "registrar");

  public RosterFixture(TestDatabase database) {
    this.database = database;
    this.jdbi = Database.over(database.dataSource());
    this.roster = new Roster(jdbi);
    this.reports = new RosterReports(jdbi);
    Ids ids = new Ids(CLOCK, new SecureRandom());
    this.importRoster =
        new ImportRoster(
            new RosterTables(jdbi, CLOCK, ids),
            reports,
            new Announcements(jdbi, new Plans(jdbi), new EventLog(jdbi, CLOCK)),
            audit(jdbi),
            CLOCK,
            ids);
  }

  /** An audit log with a secret of its own. */
  public static AuditLog audit(Jdbi jdbi) {
    return new AuditLog(
        jdbi,
        CLOCK,
        new PlatformConfiguration(
            URI.create("http://localhost:9080"), "Test", "s".repeat(32), Duration.ofHours(1), 1));
  }

  /** Imports in a transaction, as the container does. */
  public ImportRoster.Result importing(Path zip) throws Exception {
    return database.inTransaction(() -> importRoster.importFrom(zip, "registrar", progress));
  }

  /** Imports a roster that is expected to be taken in. */
  public RosterReport imported(RosterZip zip, Path folder) throws Exception {
    return switch (importing(zip.to(folder.resolve("roster.zip")))) {
      case ImportRoster.Result.Imported(RosterReport report, boolean results) -> report;
      case ImportRoster.Result.Refused(List<Finding> findings) ->
          throw new AssertionError("refused: " + findings);
    };
  }

  /** Imports a roster that is expected to be refused; its findings. */
  public List<Finding> refused(Path zip) throws Exception {
    return switch (importing(zip)) {
      case ImportRoster.Result.Imported(RosterReport report, boolean results) ->
          throw new AssertionError("imported: " + report);
      case ImportRoster.Result.Refused(List<Finding> findings) -> findings;
    };
  }

  public List<Finding> refused(RosterZip zip, Path folder) throws Exception {
    return refused(zip.to(folder.resolve("roster.zip")));
  }

  /** The newest reports. */
  public List<RosterReport> listReports() {
    return reports.list(50);
  }

  /** How many rows a table has. */
  public int count(String table) throws IOException {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  /** The learners announced, oldest first, as JSON. */
  public List<String> events() {
    return eventsOf("LearnerEnrolled");
  }

  /** The events of a type, oldest first, as JSON. */
  public List<String> eventsOf(String type) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select type || payload from platform.event where type = :type order by position")
            .bind("type", type)
            .mapTo(String.class)
            .list());
  }
}
