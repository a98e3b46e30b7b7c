package org.vellum.competency.framework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

/** The framework feature as the container would put it together, over a test's database. */
public final class FrameworkFixture {
  public static final Instant NOW = Instant.parse("2026-11-02T10:15:30Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  public static final String BASE = "https://vellum.example";
  public static final PlatformConfiguration PLATFORM =
      new PlatformConfiguration(
          URI.create(BASE), "Alder Ridge", "0123456789abcdef".repeat(2), Duration.ofHours(1), 1);
  public static final FrameworkConfiguration BOUNDS = new FrameworkConfiguration(64 << 20, 100_000);

  public final Jdbi jdbi;
  public final Ids ids = new Ids(CLOCK, new SecureRandom());
  public final Frameworks frameworks;
  public final CaseObjects objects;
  public final ImportFramework importing;
  public final AdoptFramework adopting;
  public final StoredPackages packages;
  public final Lineages lineages;
  public final AuditLog audit;
  public final Successions successions = new Successions();
  private final AnnounceFramework announceFramework;
  private final TestDatabase database;

  public FrameworkFixture(TestDatabase database) {
    this.database = database;
    this.jdbi = Database.over(database.dataSource());
    this.audit = new AuditLog(jdbi, CLOCK, PLATFORM);
    this.announceFramework = new AnnounceFramework(jdbi, new EventLog(jdbi, CLOCK));
    this.packages = new StoredPackages(jdbi);
    this.lineages = new Lineages(jdbi);
    this.frameworks = new Frameworks(jdbi);
    this.objects = new CaseObjects(jdbi);
    this.importing = importingWithin(BOUNDS);
    this.adopting =
        new AdoptFramework(
            frameworks, packages, lineages, announceFramework, successions, audit, CLOCK);
  }

  /** The use case with other bounds. */
  ImportFramework importingWithin(FrameworkConfiguration bounds) {
    return new ImportFramework(packages, announceFramework, audit, CLOCK, PLATFORM, bounds);
  }

  public ImportFramework.Result importing(String json) throws Exception {
    return importing(json.getBytes(UTF_8), false);
  }

  public ImportFramework.Result importing(byte[] json, boolean publishHere) throws Exception {
    return database.inTransaction(() -> importing.importPackage(json, publishHere, "rita"));
  }

  public AdoptFramework.Result adopting(java.util.UUID identifier) throws Exception {
    return database.inTransaction(() -> adopting.adopt(identifier, "rita"));
  }
}
