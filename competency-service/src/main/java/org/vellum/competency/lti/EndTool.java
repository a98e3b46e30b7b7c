package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.time.Clock;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.oauth.DisableClient;
import org.vellum.platform.usecase.UseCase;

/** Ends the use of a tool: it is launched no more, and its tokens are worthless at once. */
@UseCase
public class EndTool {
  private final LtiTools tools;
  private final DisableClient disableClient;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public EndTool(LtiTools tools, DisableClient disableClient, AuditLog audit, Clock clock) {
    this.tools = tools;
    this.disableClient = disableClient;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Ends it.
   *
   * @return whether it was in use
   */
  public boolean end(String clientId, String actor) {
    boolean ended = tools.end(clientId, clock.instant());
    if (ended) {
      disableClient.disable(actor, clientId);
      audit.record(AuditEntry.of(actor, "lti-tool-ended", clientId));
    }
    return ended;
  }
}
