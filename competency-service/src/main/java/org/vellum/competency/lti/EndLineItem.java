package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.time.Clock;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/** Takes a line item of a tool out of the roster. */
@UseCase
public class EndLineItem {
  private final LtiLineItems lineItems;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public EndLineItem(LtiLineItems lineItems, AuditLog audit, Clock clock) {
    this.lineItems = lineItems;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes it out; the results on it are facts and stay. */
  public void end(LtiLineItem item, String actor) {
    lineItems.end(item.sourcedId(), clock.instant());
    audit.record(AuditEntry.of(actor, "lti-line-item-ended", item.id().toString()));
  }
}
