package org.vellum.competency.lti.tool;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vellum.competency.lti.Lti;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.jose.Claims;
import org.vellum.platform.jose.RemoteKeys;
import org.vellum.platform.jose.SignedToken;
import org.vellum.platform.usecase.Component;

/**
 * Verifies the message of a launch (IMS Security Framework 1.0, section 5.1.3; LTI 1.3, section
 * 5.3). The platform's keys may have to be fetched, so no transaction is open meanwhile; that the
 * message was not used before is for {@link RecordLaunch} to say.
 */
@Component
public class VerifyLaunch {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int LONGEST_ID = 255;

  private final LtiPlatforms platforms;
  private final Logins logins;
  private final RemoteKeys remoteKeys;
  private final PlatformConfiguration configuration;
  private final Clock clock;

  @Inject
  public VerifyLaunch(
      LtiPlatforms platforms,
      Logins logins,
      RemoteKeys remoteKeys,
      PlatformConfiguration configuration,
      Clock clock) {
    this.platforms = platforms;
    this.logins = logins;
    this.remoteKeys = remoteKeys;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** What was found. */
  sealed interface Result {
    /** The message holds, unless it was used before. */
    record Holds(LtiPlatform platform, Claims claims) implements Result {}

    /** It does not, for this reason: half a sentence. */
    record Fails(String why) implements Result {}
  }

  /** Verifies it. */
  Result verify(String state, String idToken) {
    Optional<LtiPlatform> platform =
        logins.findPlatform(state, clock.instant()).flatMap(platforms::find);
    if (platform.isEmpty()) {
      return new Result.Fails("answers no login that was begun here within ten minutes");
    }
    Optional<SignedToken> token = SignedToken.parse(idToken);
    if (token.isEmpty()) {
      return new Result.Fails("is no token that is signed with a key pair");
    }
    Claims claims = token.get().claims();
    Optional<String> fault =
        securityFault(platform.get(), claims)
            .or(() -> messageFault(claims))
            .or(() -> deploymentFault(platform.get(), claims));
    if (fault.isPresent()) {
      return new Result.Fails(fault.get());
    }
    return remoteKeys.signed(token.get(), URI.create(platform.get().keysUri()))
        ? new Result.Holds(platform.get(), claims)
        : new Result.Fails("is not signed with a key of the platform");
  }

  /** IMS Security Framework 1.0, section 5.1.3, steps 2 to 8. */
  private Optional<String> securityFault(LtiPlatform platform, Claims claims) {
    if (!claims.text("iss").equals(Optional.of(platform.issuer()))) {
      return Optional.of("is of another issuer");
    }
    List<String> audience = claims.audience();
    if (!audience.contains(platform.clientId())) {
      return Optional.of("is for another tool");
    }
    Optional<String> authorized = claims.text("azp");
    boolean ours = authorized.equals(Optional.of(platform.clientId()));
    if (!ours && (audience.size() > 1 || claims.json().has("azp"))) {
      return Optional.of("is for another party (azp)");
    }
    if (claims.instant("iat").isEmpty()) {
      return Optional.of("has no iat");
    }
    return claims.text("nonce").isEmpty()
        ? Optional.of("has no nonce")
        : claims.wrongTimes(clock.instant(), LONGEST);
  }

  /** LTI 1.3, section 5.3. */
  private Optional<String> messageFault(Claims claims) {
    if (!claims.text(Lti.CLAIM + "version").equals(Optional.of("1.3.0"))) {
      return Optional.of("is of another version of LTI");
    }
    if (!claims.text(Lti.CLAIM + "message_type").equals(Optional.of("LtiResourceLinkRequest"))) {
      return Optional.of("is another kind of message than a launch of a link");
    }
    JsonNode link = claims.json().path(Lti.CLAIM + "resource_link").path("id");
    if (!link.isTextual() || link.textValue().isEmpty() || link.textValue().length() > LONGEST_ID) {
      return Optional.of("names no resource link");
    }
    if (!claims.json().path(Lti.CLAIM + "roles").isArray()) {
      return Optional.of("names no roles");
    }
    if (claims.text("sub").filter(sub -> sub.length() > LONGEST_ID).isPresent()) {
      return Optional.of("has a sub of more than 255 characters");
    }
    return claims
            .text(Lti.CLAIM + "target_link_uri")
            .filter(target -> target.startsWith(configuration.baseUrl() + "/"))
            .isPresent()
        ? Optional.empty()
        : Optional.of("leads to another server");
  }

  private Optional<String> deploymentFault(LtiPlatform platform, Claims claims) {
    Optional<String> deployment = claims.text(Lti.CLAIM + "deployment_id");
    if (deployment.isEmpty()) {
      return Optional.of("names no deployment");
    }
    return platforms.isDeployed(platform.id(), deployment.get())
        ? Optional.empty()
        : Optional.of("is of a deployment that no registrar has entered here");
  }
}
