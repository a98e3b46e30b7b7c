package org.vellum.platform.audit;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vellum.platform.audit.AuditEntries.Hashed;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.UseCase;

/**
 * Reads the whole audit log again and proves that no entry was changed, added or removed by anyone
 * who does not know the secret. What this cannot see: a database that was set back as a whole to an
 * earlier state, its head included; against that, compare the count with one noted elsewhere.
 */
@UseCase
public class VerifyAudit {
  private final AuditEntries entries;
  private final AuditChain chain;

  @Inject
  VerifyAudit(AuditEntries entries, PlatformConfiguration configuration) {
    this.entries = entries;
    this.chain = new AuditChain(configuration.auditSecret());
  }

  /** What the log is found to be. */
  public sealed interface Result {
    /** Every entry is as it was written. */
    record Intact(long entries) implements Result {}

    /** The chain does not hold from the given position on. */
    record Broken(long position, String why) implements Result {}
  }

  /** Reads the log from its first entry to its head, while nobody else writes to it. */
  public Result verify() {
    AuditHead head = entries.lockHead(entries.together());
    return entries.read(all -> compare(head, all));
  }

  private Result compare(AuditHead head, Stream<Hashed> all) {
    long position = 0;
    byte[] hash = new byte[0];
    for (Iterator<Hashed> each = all.iterator(); each.hasNext(); ) {
      Hashed entry = each.next();
      Optional<Result> broken = check(position + 1, hash, entry);
      if (broken.isPresent()) {
        return broken.get();
      }
      position = entry.row().position();
      hash = entry.hash();
    }
    if (position != head.position() || !MessageDigest.isEqual(hash, head.hash())) {
      return new Result.Broken(position + 1, "entries at the end are missing");
    }
    if (position > 0 && !MessageDigest.isEqual(chain.seal(position, hash), head.seal())) {
      return new Result.Broken(position + 1, "the end of the log was changed");
    }
    return new Result.Intact(position);
  }

  private Optional<Result> check(long expected, byte[] previous, Hashed entry) {
    if (entry.row().position() != expected) {
      return Optional.of(new Result.Broken(expected, "an entry is missing"));
    }
    if (!MessageDigest.isEqual(chain.next(previous, entry.row()), entry.hash())) {
      return Optional.of(new Result.Broken(expected, "the entry was changed"));
    }
    return Optional.empty();
  }
}
