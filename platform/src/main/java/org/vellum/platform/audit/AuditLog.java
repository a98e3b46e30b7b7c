package org.vellum.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Together;
import org.vellum.platform.usecase.Component;

/** Where what must be accounted for is written, in the transaction that does it. */
@Component
public class AuditLog {
  private final AuditEntries entries;
  private final Clock clock;
  private final AuditChain chain;

  @Inject
  AuditLog(AuditEntries entries, Clock clock, PlatformConfiguration configuration) {
    this.entries = entries;
    this.clock = clock;
    this.chain = new AuditChain(configuration.auditSecret());
  }

  /** A log over a database, for whoever is not made by the container. */
  public AuditLog(org.jdbi.v3.core.Jdbi jdbi, Clock clock, PlatformConfiguration configuration) {
    this(new AuditEntries(jdbi), clock, configuration);
  }

  /**
   * Appends an entry. The row that holds the chain's head is locked until the caller's transaction
   * ends, so entries are written one after another and none can slip in between.
   */
  public void record(AuditEntry entry) {
    record(entry, entries.together());
  }

  /**
   * The same.
   *
   * @param waiting statements of the caller's transaction, which are sent before the head is locked
   */
  public void record(AuditEntry entry, Together waiting) {
    AuditHead head = entries.lockHead(waiting);
    // The database keeps microseconds, and what is hashed must be what is read again.
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AuditRow row = row(head.position() + 1, at, entry);
    byte[] hash = chain.next(head.hash(), row);
    entries.add(row, hash, chain.seal(row.position(), hash));
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
