package org.vellum.competency.lti.launch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.LtiTools;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.signing.TokenSigner;
import org.vellum.platform.usecase.UseCase;

/**
 * Answers a tool that asks who comes with a signed message (OpenID Connect Core, section 3.2, as
 * LTI 1.3, section 5.1.1.2 narrows it).
 */
@UseCase
public class AuthorizeLaunch {
  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final int LONGEST = 4_000;

  private final LtiTools tools;
  private final Launches launches;
  private final LaunchMessage message;
  private final TokenSigner signer;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public AuthorizeLaunch(
      LtiTools tools,
      Launches launches,
      LaunchMessage message,
      TokenSigner signer,
      AuditLog audit,
      Clock clock) {
    this.tools = tools;
    this.launches = launches;
    this.message = message;
    this.signer = signer;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of the request. */
  public sealed interface Result {
    /**
     * The browser sends these fields to the tool by a form.
     *
     * @param redirectUri where to, an address that the tool is registered with
     * @param tool what people call the tool
     * @param fields {@code id_token} and {@code state}, or an error
     */
    record Sends(String redirectUri, String tool, Map<String, String> fields) implements Result {
      public Sends {
        fields = new LinkedHashMap<>(fields);
      }
    }

    /** Nobody can be trusted with an answer: the person is told this sentence. */
    record Refused(String why) implements Result {}
  }

  /**
   * Answers.
   *
   * @param asked the request's parameters
   * @param person sign-in name of who comes with it
   */
  public Result authorize(Map<String, String> asked, String person) {
    Optional<LtiTool> tool = tools.find(asked.getOrDefault("client_id", ""));
    if (tool.isEmpty()) {
      return new Result.Refused("No tool with this client_id is in use here.");
    }
    String redirect = asked.getOrDefault("redirect_uri", "");
    if (!tool.get().redirectUris().contains(redirect)) {
      return new Result.Refused(
          "The tool wants the launch at an address that it is not registered with.");
    }
    return fault(asked)
        .map(fault -> error(tool.get(), asked, "invalid_request", fault))
        .orElseGet(() -> launched(tool.get(), asked, person));
  }

  private Result launched(LtiTool tool, Map<String, String> asked, String person) {
    Instant now = clock.instant();
    Optional<Launch> launch =
        launches
            .take(asked.getOrDefault("login_hint", ""), person, now.minus(GOOD_FOR), now)
            .filter(begun -> begun.clientId().equals(tool.clientId()));
    if (launch.isEmpty()) {
      return error(
          tool, asked, "login_required", "The launch is too old, was used, or is another's.");
    }
    Optional<ObjectNode> claims = message.of(launch.get(), tool, asked.get("nonce"));
    if (claims.isEmpty()) {
      return error(tool, asked, "access_denied", "What was to be launched is not there any more.");
    }
    audit.record(
        AuditEntry.of(
            person,
            "lti-launched",
            tool.clientId(),
            Map.of("context", launch.get().context().toString())));
    return sends(tool, asked, Map.of("id_token", signer.sign(claims.get())));
  }

  /** What is wrong with the request itself. */
  private static Optional<String> fault(Map<String, String> asked) {
    Map<String, String> fixed =
        Map.of("scope", "openid", "response_type", "id_token", "response_mode", "form_post");
    for (Map.Entry<String, String> each : fixed.entrySet()) {
      if (!each.getValue().equals(asked.get(each.getKey()))) {
        return Optional.of(each.getKey() + " must be " + each.getValue());
      }
    }
    if (!"none".equals(asked.get("prompt"))) {
      return Optional.of("prompt must be none");
    }
    if (asked.getOrDefault("nonce", "").isEmpty()) {
      return Optional.of("nonce is required");
    }
    return asked.values().stream().anyMatch(value -> value.length() > LONGEST)
        ? Optional.of("a parameter has more than " + LONGEST + " characters")
        : Optional.empty();
  }

  private static Result error(LtiTool tool, Map<String, String> asked, String error, String why) {
    return sends(tool, asked, Map.of("error", error, "error_description", why));
  }

  private static Result sends(LtiTool tool, Map<String, String> asked, Map<String, String> said) {
    Map<String, String> fields = new LinkedHashMap<>(said);
    Optional.ofNullable(asked.get("state"))
        .filter(state -> state.length() <= LONGEST)
        .ifPresent(state -> fields.put("state", state));
    return new Result.Sends(asked.getOrDefault("redirect_uri", ""), tool.name(), fields);
  }
}
