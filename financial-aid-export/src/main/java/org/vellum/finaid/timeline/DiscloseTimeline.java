package org.vellum.finaid.timeline;

import jakarta.inject.Inject;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Writes down that somebody looks at all that is known of a learner, before it is shown. */
@UseCase
public class DiscloseTimeline {
  private final AuditLog audit;

  @Inject
  public DiscloseTimeline(AuditLog audit) {
    this.audit = audit;
  }

  /**
   * Writes it down.
   *
   * @param actor who looks
   * @param studentId whose timeline, by the school's identifier and never by name
   */
  public void disclose(String actor, String studentId) {
    audit.record(AuditEntry.of(actor, "aid-timeline-disclosed", studentId));
  }
}
