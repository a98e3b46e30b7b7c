package org.vellum.competency.lti.tool;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.Queries;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Answers a platform that begins a login (LTI 1.3, section 5.1.1.1) by asking it who comes. */
@UseCase
public class BeginLogin {
  private static final int BYTES = 32;
  private static final int LONGEST = 4_000;

  private final LtiPlatforms platforms;
  private final Logins logins;
  private final Addresses addresses;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public BeginLogin(
      LtiPlatforms platforms, Logins logins, Addresses addresses, Clock clock, Ids ids) {
    this.platforms = platforms;
    this.logins = logins;
    this.addresses = addresses;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Where the browser goes on to, with the secret that it has to bring back.
   *
   * @param address at the platform
   * @param state the secret
   */
  public record Begun(String address, String state) {}

  /**
   * Begins it; empty if no platform is known by what was sent, or it names nobody.
   *
   * @param asked the request's parameters
   */
  public Optional<Begun> begin(Map<String, String> asked) {
    String hint = asked.getOrDefault("login_hint", "");
    if (hint.isEmpty() || asked.values().stream().anyMatch(value -> value.length() > LONGEST)) {
      return Optional.empty();
    }
    Optional<String> client =
        Optional.ofNullable(asked.get("client_id")).filter(id -> !id.isEmpty());
    return platforms
        .find(asked.getOrDefault("iss", ""), client)
        .map(platform -> begin(platform, hint, asked));
  }

  private Begun begin(LtiPlatform platform, String hint, Map<String, String> asked) {
    String state = ids.secret(BYTES);
    String nonce = ids.secret(BYTES);
    logins.begin(state, nonce, platform.id(), clock.instant());
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("scope", "openid");
    fields.put("response_type", "id_token");
    fields.put("response_mode", "form_post");
    fields.put("prompt", "none");
    fields.put("client_id", platform.clientId());
    fields.put("redirect_uri", addresses.of("/tool/launch"));
    fields.put("login_hint", hint);
    fields.put("state", state);
    fields.put("nonce", nonce);
    Optional.ofNullable(asked.get("lti_message_hint"))
        .ifPresent(message -> fields.put("lti_message_hint", message));
    return new Begun(Queries.with(platform.authUri(), fields), state);
  }
}
