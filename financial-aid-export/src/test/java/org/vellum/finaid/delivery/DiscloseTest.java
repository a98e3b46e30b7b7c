package org.vellum.finaid.delivery;

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

class DiscloseTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

  @RegisterExtension
  static final TestDatabase database = TestDatabase.migratedBy(Schemas::migrate, "platform");

  private final Jdbi jdbi = Database.over(database.dataSource());

  @Test
  void whatever_is_given_away_is_written_down_with_who_and_how_much() throws Exception {
    List<Disclose.What> all =
        List.of(
            new Disclose.What.PackageFile("run-1", "student.csv", 700),
            new Disclose.What.Changes("standard", 12),
            new Disclose.What.Sent("run-1", "sftp.example.edu"));
    for (Disclose.What each : all) {
      database.inTransaction(() -> {
        disclose().disclose("client", each);
        return null;
      });
    }
    List<String> entries = written();
    assertThat(entries).hasSize(3);
    assertThat(entries.get(0))
        .startsWith("client aid-file-disclosed run-1")
        .contains("student.csv", "700");
    assertThat(entries.get(1)).startsWith("client aid-changes-disclosed standard").contains("12");
    assertThat(entries.get(2))
        .startsWith("client aid-package-sent run-1")
        .contains("sftp.example.edu");
  }

  private Disclose disclose() {
    return new Disclose(
        new AuditLog(
            jdbi,
            CLOCK,
            new PlatformConfiguration(
                URI.create("http://localhost"), "T", "s".repeat(32), Duration.ofHours(1), 1000)));
  }

  private List<String> written() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "select concat_ws(' ', actor, action, subject, details) from"
                    + " platform.audit_entry order by position")
            .mapTo(String.class)
            .list());
  }
}
