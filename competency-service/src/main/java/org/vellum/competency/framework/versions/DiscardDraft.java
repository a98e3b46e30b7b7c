package org.vellum.competency.framework.versions;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.DraftRows;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.Lineages;
import org.vellum.competency.framework.StoredPackages;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/**
 * Discards a draft: a new version that was begun by mistake, so that another can be begun, or an
 * import that nobody wants. What was adopted is never discarded.
 */
@UseCase
public class DiscardDraft {
  private final Frameworks frameworks;
  private final StoredPackages packages;
  private final DraftRows rows;
  private final Lineages lineages;
  private final AuditLog audit;

  @Inject
  public DiscardDraft(
      Frameworks frameworks,
      StoredPackages packages,
      DraftRows rows,
      Lineages lineages,
      AuditLog audit) {
    this.frameworks = frameworks;
    this.packages = packages;
    this.rows = rows;
    this.lineages = lineages;
    this.audit = audit;
  }

  /** What came of discarding. */
  public sealed interface Result {
    /** The draft is gone; what it was to supersede, if anything, is without a successor again. */
    record Discarded(Framework was, Optional<UUID> predecessor) implements Result {}

    /** Somebody changed the draft after it was shown; nothing was done. */
    record Changed() implements Result {}

    /** The framework is no draft; nothing was done. */
    record Adopted() implements Result {}

    /** There is no such framework. */
    record Unknown() implements Result {}
  }

  /**
   * Discards a draft.
   *
   * @param draft identifier of its CFDocument
   * @param shown when the draft had last changed, as it was shown to who confirms
   * @param actor who discards it, as the audit log names them
   */
  public Result discard(UUID draft, Instant shown, String actor) {
    packages.oneAtATime();
    packages.lock(draft);
    Optional<Framework> found = frameworks.find(draft, Audience.REGISTRARS);
    if (found.isEmpty()) {
      return new Result.Unknown();
    }
    Framework framework = found.get();
    if (!framework.draft()) {
      return new Result.Adopted();
    }
    if (!framework.changedAt().equals(shown)) {
      return new Result.Changed();
    }
    Optional<UUID> predecessor = lineages.findPredecessor(draft);
    rows.discard(draft);
    audit.record(
        AuditEntry.of(
            actor, "framework-discarded", draft.toString(), Map.of("title", framework.title())));
    return new Result.Discarded(framework, predecessor);
  }
}
