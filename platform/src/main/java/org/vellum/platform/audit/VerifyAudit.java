package org.vellum.platform.audit;

import java.security.MessageDigest;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.UseCase;

/** Reads the whole audit log again and proves that no entry was changed, added or removed. */
@UseCase
public class VerifyAudit {
  private final Jdbi jdbi;
  private final AuditChain chain;

  @jakarta.inject.Inject
  public VerifyAudit(Jdbi jdbi, PlatformConfiguration configuration) {
    this.jdbi = jdbi;
    this.chain = new AuditChain(configuration.auditSecret());
  }

  /** What the log is found to be. */
  public sealed interface Result {
    /** Every entry is as it was written. */
    record Intact(long entries) implements Result {}

    /** The chain does not hold from the given position on. */
    record Broken(long position, String why) implements Result {}
  }

  /** Reads the log from its first entry to its head. */
  public Result verify() {
    return jdbi.withHandle(this::read);
  }

  private Result read(Handle handle) {
    AuditHead head =
        handle
            .createQuery("select position, hash from platform.audit_head for share")
            .map((row, context) -> new AuditHead(row.getLong(1), row.getBytes(2)))
            .one();
    AuditHead last = new AuditHead(0, new byte[0]);
    try (Stream<Entry> entries = entries(handle)) {
      for (Iterator<Entry> each = entries.iterator(); each.hasNext(); ) {
        Entry entry = each.next();
        Optional<Result> broken = check(last, entry);
        if (broken.isPresent()) {
          return broken.get();
        }
        last = new AuditHead(entry.row().position(), entry.hash());
      }
    }
    if (last.position() != head.position() || !MessageDigest.isEqual(last.hash(), head.hash())) {
      return new Result.Broken(last.position() + 1, "entries at the end are missing");
    }
    return new Result.Intact(last.position());
  }

  private Optional<Result> check(AuditHead last, Entry entry) {
    long expected = last.position() + 1;
    if (entry.row().position() != expected) {
      return Optional.of(new Result.Broken(expected, "an entry is missing"));
    }
    if (!MessageDigest.isEqual(chain.next(last.hash(), entry.row()), entry.hash())) {
      return Optional.of(new Result.Broken(expected, "the entry was changed"));
    }
    return Optional.empty();
  }

  @SuppressWarnings("ArrayRecordComponent") // read and handed on, never compared
  private record Entry(AuditRow row, byte[] hash) {}

  private static Stream<Entry> entries(Handle handle) {
    return handle
        .createQuery(
            """
            select position, recorded_at, actor, action, subject, details, hash
            from platform.audit_entry order by position
            """)
        .setFetchSize(1_000)
        .map((row, context) ->
            new Entry(
                new AuditRow(
                    row.getLong(1),
                    row.getObject(2, java.time.OffsetDateTime.class).toInstant(),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)),
                row.getBytes(7)))
        .stream();
  }
}
