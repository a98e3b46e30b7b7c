package org.vellum.competency.roster.sources;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.vellum.competency.framework.remote.LoopbackServer;
import org.vellum.competency.roster.AnnounceDue;
import org.vellum.competency.roster.Announcing;
import org.vellum.competency.roster.RosterFixture;
import org.vellum.competency.roster.RosterReport;
import org.vellum.competency.roster.RosterReports;
import org.vellum.competency.roster.RosterTables;
import org.vellum.competency.roster.StoreRows;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

/** Sources over a real database, which read from a server on this machine. */
public final class SourcesFixture {
  final Jdbi jdbi;
  final Sources sources;
  final RosterReports reports;
  final AddSource addSource;
  final EndSource endSource;
  public final FurtherObjects further = new FurtherObjects();
  public final RequestWholeReading requestWholeReading;
  private final ReadSource readSource;
  private final TestDatabase database;

  public SourcesFixture(TestDatabase database, LoopbackServer server) {
    this.database = database;
    this.jdbi = Database.over(database.dataSource());
    Clock clock = RosterFixture.CLOCK;
    Ids ids = new Ids(clock, new SecureRandom());
    this.sources = new Sources(jdbi);
    this.reports = new RosterReports(jdbi);
    SecretSeal seal = seal("s");
    this.addSource = new AddSource(sources, seal, RosterFixture.audit(jdbi), clock, ids);
    this.endSource = new EndSource(sources, RosterFixture.audit(jdbi), clock);
    this.requestWholeReading = new RequestWholeReading(sources);
    AnnounceDue announceDue = Announcing.over(jdbi);
    this.readSource =
        new ReadSource(
            server.client(),
            sources,
            seal,
            new BeginReading(sources, clock),
            new StorePage(sources, new StoreRows(new RosterTables(jdbi, clock, ids)), further),
            new CompleteReading(sources, reports, RosterFixture.audit(jdbi), clock, ids),
            new FailReading(sources, clock),
            announceDue);
  }

  static SecretSeal seal(String letter) {
    return new SecretSeal(
        new PlatformConfiguration(
            URI.create("http://localhost:9080"),
            "Test",
            letter.repeat(32),
            Duration.ofHours(1),
            1));
  }

  public UUID add(SourceKind kind) {
    return switch (addSource.add(wanted(kind), "registrar")) {
      case AddSource.Result.Added(UUID id) -> id;
      case AddSource.Result.Refused refused -> throw new AssertionError(refused.findings());
    };
  }

  static AddSource.Wanted wanted(SourceKind kind) {
    return new AddSource.Wanted(
        "SIS",
        kind,
        "https://sis.example",
        "https://sis.example/token",
        "vellum",
        "a very secret secret",
        kind == SourceKind.GRADEBOOK,
        60);
  }

  /** Reads it in one transaction, where the container has one for each page. */
  public void read(UUID id) throws Exception {
    database.inTransaction(() -> readSource.read(id));
  }

  public Source get(UUID id) {
    return sources.find(id).orElseThrow();
  }

  public RosterReport report(UUID id) {
    return reports.find(get(id).lastReport().orElseThrow()).orElseThrow();
  }

  /** The one value that a question has as its answer. */
  public String one(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  public List<String> ids(String table) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("select sourced_id from competency." + table + " where active order by 1")
            .mapTo(String.class)
            .list());
  }
}
