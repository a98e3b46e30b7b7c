package org.vellum.competency.lti.registration;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.competency.lti.RegisterTool;
import org.vellum.competency.lti.ToolRegistration;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/**
 * Registers a tool that was invited. An invitation with which nothing could be registered is kept.
 */
@UseCase
public class AcceptTool {
  private final Invitations invitations;
  private final RegisterTool registerTool;
  private final Clock clock;

  @Inject
  public AcceptTool(Invitations invitations, RegisterTool registerTool, Clock clock) {
    this.invitations = invitations;
    this.registerTool = registerTool;
    this.clock = clock;
  }

  /** What became of it; nothing if the invitation is not good. */
  public Optional<RegisterTool.Result> accept(String token, ToolRegistration asked) {
    List<Finding> findings = asked.findings();
    if (!findings.isEmpty()) {
      return Optional.of(new RegisterTool.Result.Refused(findings));
    }
    Instant now = clock.instant();
    Optional<RegisterTool.Result> result =
        invitations.hold(token, now).map(actor -> registerTool.register(asked, actor));
    if (result.filter(RegisterTool.Result.Registered.class::isInstance).isPresent()) {
      invitations.use(token, now);
    }
    return result;
  }
}
