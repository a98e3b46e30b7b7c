package org.vellum.finaid.delivery;

import jakarta.inject.Inject;
import java.util.Map;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Writes down that something is given away, before it is. */
@UseCase
public class Disclose {
  private final AuditLog audit;

  @Inject
  public Disclose(AuditLog audit) {
    this.audit = audit;
  }

  /**
   * A file, or a part of one.
   *
   * @param actor to whom
   * @param run of which run
   * @param file its name in the package
   * @param bytes how many
   */
  public void file(String actor, String run, String file, long bytes) {
    audit.record(
        AuditEntry.of(
            actor,
            "aid-file-disclosed",
            run,
            Map.of("file", file, "bytes", String.valueOf(bytes))));
  }

  /**
   * Records that changed.
   *
   * @param actor to whom
   * @param profile of which profile
   * @param records how many
   */
  public void changes(String actor, String profile, int records) {
    audit.record(
        AuditEntry.of(
            actor, "aid-changes-disclosed", profile, Map.of("records", String.valueOf(records))));
  }

  /**
   * A package that was sent.
   *
   * @param target to which server
   * @param run of which run
   */
  public void sent(String target, String run) {
    audit.record(AuditEntry.of("system", "aid-package-sent", run, Map.of("target", target)));
  }
}
