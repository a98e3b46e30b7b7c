package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/**
 * Removes the files of packages whose time is over. What the run was, and who was given it, stays.
 */
@UseCase
public class RemoveExpired {
  private final Runs runs;
  private final RunProgress progress;
  private final RunConfiguration configuration;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public RemoveExpired(
      Runs runs,
      RunProgress progress,
      RunConfiguration configuration,
      AuditLog audit,
      Clock clock) {
    this.runs = runs;
    this.progress = progress;
    this.configuration = configuration;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Removes them.
   *
   * @return how many packages
   */
  public int remove() throws IOException {
    int removed = 0;
    for (Run run : runs.listExpired(clock.instant().minus(configuration.packagesKept()))) {
      UUID id = run.id();
      progress.removed(id, clock.instant());
      audit.record(AuditEntry.of("system", "aid-package-removed", id.toString()));
      RunFolder.remove(RunFolder.published(configuration, run.packageName()));
      removed++;
    }
    return removed;
  }
}
