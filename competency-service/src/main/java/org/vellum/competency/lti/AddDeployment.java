package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Deploys a tool once more, so that it can tell one use of it from another. */
@UseCase
public class AddDeployment {
  private static final int LONGEST = 100;

  private final LtiTools tools;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public AddDeployment(LtiTools tools, AuditLog audit, Clock clock, Ids ids) {
    this.tools = tools;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The new deployment; empty if there is no such tool, or the label has not 1 to 100 characters.
   */
  public Optional<LtiTools.Deployment> add(String clientId, String label, String actor) {
    if (label.isBlank() || label.length() > LONGEST || tools.find(clientId).isEmpty()) {
      return Optional.empty();
    }
    LtiTools.Deployment made =
        new LtiTools.Deployment(ids.next().toString(), clientId, label.strip());
    tools.addDeployment(made, clock.instant());
    audit.record(AuditEntry.of(actor, "lti-tool-deployed", made.id()));
    return Optional.of(made);
  }
}
