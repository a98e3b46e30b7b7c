package org.vellum.finaid.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class DiscloseTimelineTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

  @RegisterExtension
  static final TestDatabase database = TestDatabase.migratedBy(Schemas::migrate, "platform");

  private final Jdbi jdbi = Database.over(database.dataSource());

  @Test
  void who_looks_at_a_timeline_is_written_down() throws Exception {
    AuditLog audit =
        new AuditLog(
            jdbi,
            CLOCK,
            new PlatformConfiguration(
                URI.create("http://localhost"), "T", "s".repeat(32), Duration.ofHours(1), 1000));
    database.inTransaction(() -> {
      new DiscloseTimeline(audit).disclose("officer", "S-1");
      return null;
    });
    List<String> entries =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "select actor || ' ' || action || ' ' || subject from platform.audit_entry")
                .mapTo(String.class)
                .list());
    assertThat(entries).containsExactly("officer aid-timeline-disclosed S-1");
  }
}
