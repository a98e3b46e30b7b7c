package org.vellum.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.audit.VerifyAudit.Result;
import org.vellum.platform.audit.VerifyAudit.Result.Broken;
import org.vellum.platform.audit.VerifyAudit.Result.Intact;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class AuditTest {

  /** With nanoseconds, of which the database keeps no more than microseconds. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00.123456789Z"), ZoneOffset.UTC);

  @RegisterExtension
  static final TestDatabase database = TestDatabase.migratedBy(Schemas::migrate, "platform");

  private final Jdbi jdbi = Database.over(database.dataSource());
  private final AuditLog log = new AuditLog(jdbi, CLOCK, configuration("a"));

  private static PlatformConfiguration configuration(String secret) {
    return new PlatformConfiguration(
        URI.create("http://localhost:9080"), "Test", secret.repeat(32), Duration.ofHours(1), 1_000);
  }

  @BeforeEach
  void anEmptyLog() {
    change("truncate platform.audit_entry");
    change("update platform.audit_head set position = 0, hash = '', seal = null");
  }

  @Test
  void an_empty_log_is_intact() throws Exception {
    assertThat(verify()).isEqualTo(new Intact(0));
  }

  @Test
  void a_log_as_it_was_written_is_intact() throws Exception {
    write(3);
    assertThat(verify()).isEqualTo(new Intact(3));
  }

  @Test
  void an_entry_goes_with_the_transaction_that_is_rolled_back() throws Exception {
    write(1);
    assertThatThrownBy(() ->
            database.inTransaction(() -> {
              log.record(AuditEntry.of("registrar", "record-published", "r-9"));
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    assertThat(verify()).isEqualTo(new Intact(1));
  }

  @Test
  void changed_details_are_found() throws Exception {
    write(3);
    change("update platform.audit_entry set details = '{\"n\":\"9\"}' where position = 2");
    assertThat(verify()).isEqualTo(new Broken(2, "the entry was changed"));
  }

  @Test
  void every_column_is_bound() throws Exception {
    for (String tampering :
        List.of(
            "recorded_at = recorded_at + interval '1 microsecond'",
            "actor = 'mallory'",
            "action = 'record-viewed'",
            "subject = 'r-2'",
            "subject = '', action = action || subject",
            "hash = sha256(hash)")) {
      anEmptyLog();
      write(2);
      change("update platform.audit_entry set " + tampering + " where position = 1");
      assertThat(verify()).as(tampering).isEqualTo(new Broken(1, "the entry was changed"));
    }
  }

  @Test
  void a_deleted_row_in_the_middle_is_found() throws Exception {
    write(3);
    change("delete from platform.audit_entry where position = 2");
    assertThat(verify()).isEqualTo(new Broken(2, "an entry is missing"));
  }

  @Test
  void a_deleted_row_is_found_when_the_others_close_ranks() throws Exception {
    write(3);
    change("delete from platform.audit_entry where position = 2");
    change("update platform.audit_entry set position = 2 where position = 3");
    assertThat(verify()).isEqualTo(new Broken(2, "the entry was changed"));
  }

  @Test
  void a_deleted_tail_is_found() throws Exception {
    write(3);
    change("delete from platform.audit_entry where position = 3");
    assertThat(verify()).isEqualTo(new Broken(3, "entries at the end are missing"));
  }

  @Test
  void a_deleted_tail_is_found_when_the_head_is_set_back_to_what_is_left() throws Exception {
    write(3);
    change("delete from platform.audit_entry where position = 3");
    change(
        """
        update platform.audit_head set position = 2,
          hash = (select hash from platform.audit_entry where position = 2)
        """);
    assertThat(verify()).isEqualTo(new Broken(3, "the end of the log was changed"));
  }

  @Test
  void an_inserted_row_is_found() throws Exception {
    write(2);
    change("update platform.audit_entry set position = 3 where position = 2");
    change(
        """
        insert into platform.audit_entry
        select 2, recorded_at, actor, action, 'r-7', details, hash from platform.audit_entry
        where position = 1
        """);
    assertThat(verify()).isEqualTo(new Broken(2, "the entry was changed"));
  }

  @Test
  void a_row_appended_without_the_secret_is_found() throws Exception {
    write(1);
    database.inTransaction(() ->
        new AuditLog(jdbi, CLOCK, configuration("b"))
            .record(AuditEntry.of("mallory", "record-published", "r-8")));
    assertThat(verify()).isEqualTo(new Broken(2, "the entry was changed"));
  }

  @Test
  void two_writers_at_once_keep_one_chain() throws Exception {
    try (Connection other = database.dataSource().getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("select 1 from platform.audit_head for update");
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> writeUnchecked(20));
      CompletableFuture<Void> second = CompletableFuture.runAsync(() -> writeUnchecked(20));
      assertThatThrownBy(() -> first.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(java.util.concurrent.TimeoutException.class);
      other.commit();
      CompletableFuture.allOf(first, second).get(30, TimeUnit.SECONDS);
    }
    assertThat(verify()).isEqualTo(new Intact(40));
  }

  private void write(int entries) throws Exception {
    for (int n = 1; n <= entries; n++) {
      AuditEntry entry =
          AuditEntry.of("registrar", "record-published", "r-" + n, Map.of("n", "" + n));
      database.inTransaction(() -> log.record(entry));
    }
  }

  private void writeUnchecked(int entries) {
    try {
      write(entries);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Result verify() throws Exception {
    VerifyAudit verifyAudit = new VerifyAudit(new AuditEntries(jdbi), configuration("a"));
    return database.inTransaction(verifyAudit::verify);
  }

  private void change(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }
}
