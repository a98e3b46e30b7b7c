package org.vellum.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** Where what must be accounted for is written, in the transaction that does it. */
@Component
public class AuditLog {
  private final Jdbi jdbi;
  private final Clock clock;
  private final AuditChain chain;

  @jakarta.inject.Inject
  public AuditLog(Jdbi jdbi, Clock clock, PlatformConfiguration configuration) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.chain = new AuditChain(configuration.auditSecret());
  }

  /**
   * Appends an entry. The row that holds the chain's head is locked until the caller's transaction
   * ends, so entries are written one after another and none can slip in between.
   */
  public void record(AuditEntry entry) {
    jdbi.useHandle(handle -> append(handle, entry));
  }

  private void append(Handle handle, AuditEntry entry) {
    AuditHead head =
        handle
            .createQuery("select position, hash from platform.audit_head for update")
            .map((row, context) -> new AuditHead(row.getLong(1), row.getBytes(2)))
            .one();
    AuditRow row = row(head.position() + 1, clock.instant(), entry);
    byte[] hash = chain.next(head.hash(), row);
    handle
        .createUpdate(
            """
            insert into platform.audit_entry
              (position, recorded_at, actor, action, subject, details, hash)
            values (:position, :at, :actor, :action, :subject, :details, :hash)
            """)
        .bind("position", row.position())
        .bind("at", row.recordedAt())
        .bind("actor", row.actor())
        .bind("action", row.action())
        .bind("subject", row.subject())
        .bind("details", row.details())
        .bind("hash", hash)
        .execute();
    handle
        .createUpdate("update platform.audit_head set position = :position, hash = :hash")
        .bind("position", row.position())
        .bind("hash", hash)
        .execute();
  }

  private static AuditRow row(long position, Instant at, AuditEntry entry) {
    try {
      String details = Json.mapper().writeValueAsString(entry.details());
      return new AuditRow(position, at, entry.actor(), entry.action(), entry.subject(), details);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
