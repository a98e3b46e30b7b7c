package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.usecase.UseCase;

/** Registers a platform from which we are launched. */
@UseCase
public class RegisterPlatform {
  private final LtiPlatforms platforms;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public RegisterPlatform(LtiPlatforms platforms, AuditLog audit, Clock clock) {
    this.platforms = platforms;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Registers it.
   *
   * @param deployment our first {@code deployment_id} there, if it is known
   * @return what is wrong with it; nothing if it is registered
   */
  public List<Finding> register(LtiPlatform platform, Optional<String> deployment, String actor) {
    List<Finding> findings = platform.findings();
    if (!findings.isEmpty()) {
      return findings;
    }
    Instant now = clock.instant();
    if (!platforms.add(platform, actor, now)) {
      return List.of(
          Finding.error(
              "already-registered", "/clientId", "This issuer and client ID are registered."));
    }
    deployment.ifPresent(id -> platforms.addDeployment(platform.id(), id, now));
    audit.record(AuditEntry.of(actor, "lti-platform-registered", platform.id().toString()));
    return List.of();
  }
}
