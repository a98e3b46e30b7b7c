package org.vellum.competency.lti;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.oauth.ClientKeys;
import org.vellum.platform.oauth.KnownScopes;
import org.vellum.platform.oauth.RegisterClient;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Registers a tool: a client that proves itself by its keys, with a first deployment. */
@UseCase
public class RegisterTool {
  private final RegisterClient registerClient;
  private final LtiTools tools;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public RegisterTool(
      RegisterClient registerClient, LtiTools tools, AuditLog audit, Clock clock, Ids ids) {
    this.registerClient = registerClient;
    this.tools = tools;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** What became of it. */
  public sealed interface Result {
    /** The tool is in use, with this deployment. */
    record Registered(LtiTool tool, String deployment, List<String> scopes) implements Result {
      public Registered {
        scopes = List.copyOf(scopes);
      }
    }

    /** Something is wrong with what was given. */
    record Refused(List<Finding> findings) implements Result {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }

  /** Registers it. */
  public Result register(ToolRegistration asked, String actor) {
    List<Finding> findings = asked.findings();
    if (!findings.isEmpty()) {
      return new Result.Refused(findings);
    }
    List<String> scopes = asked.scopes().isEmpty() ? KnownScopes.ofTools() : asked.scopes();
    RegisterClient.Wanted wanted =
        new RegisterClient.Wanted(asked.name(), scopes, Optional.of(new ClientKeys(asked.keys())));
    return switch (registerClient.register(actor, wanted)) {
      case RegisterClient.Result.Registered made ->
          add(tool(made.clientId(), asked), scopes, actor);
      case RegisterClient.Result.BadKeys bad ->
          refused("/jwks_uri", "Keys are a JWK Set with a public key, or the address of one.");
      case RegisterClient.Result.BadName bad -> refused("/client_name", "This is no name.");
      case RegisterClient.Result.BadScopes bad -> refused("/scope", "These are no scopes.");
    };
  }

  private Result add(LtiTool tool, List<String> scopes, String actor) {
    tools.add(tool, actor);
    String deployment = ids.next().toString();
    tools.addDeployment(
        new LtiTools.Deployment(deployment, tool.clientId(), "Everywhere"), tool.registeredAt());
    audit.record(AuditEntry.of(actor, "lti-tool-registered", tool.clientId()));
    return new Result.Registered(tool, deployment, scopes);
  }

  private LtiTool tool(String clientId, ToolRegistration asked) {
    Instant now = clock.instant();
    return new LtiTool(
        clientId,
        asked.name().strip(),
        asked.description(),
        asked.loginUri(),
        asked.targetLinkUri(),
        asked.redirectUris(),
        asked.deepLinkingUri(),
        asked.custom(),
        asked.tellsNames(),
        now,
        Optional.empty());
  }

  private static Result refused(String place, String why) {
    return new Result.Refused(List.of(Finding.error("value-invalid", place, why)));
  }
}
