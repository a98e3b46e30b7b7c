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

  /** What is given away. */
  public sealed interface What {
    /** A file of a run, or so many bytes of it. */
    record PackageFile(String run, String name, long bytes) implements What {}

    /** So many records that changed, of a profile. */
    record Changes(String profile, int records) implements What {}

    /** The package of a run, sent to a server. */
    record Sent(String run, String target) implements What {}
  }

  /**
   * Writes it down.
   *
   * @param actor to whom
   */
  public void disclose(String actor, What what) {
    audit.record(
        switch (what) {
          case What.PackageFile(String run, String name, long bytes) ->
              AuditEntry.of(
                  actor,
                  "aid-file-disclosed",
                  run,
                  Map.of("file", name, "bytes", String.valueOf(bytes)));
          case What.Changes(String profile, int records) ->
              AuditEntry.of(
                  actor,
                  "aid-changes-disclosed",
                  profile,
                  Map.of("records", String.valueOf(records)));
          case What.Sent(String run, String target) ->
              AuditEntry.of(actor, "aid-package-sent", run, Map.of("target", target));
        });
  }
}
