package org.vellum.platform.oauth;

import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.jose.Claims;
import org.vellum.platform.jose.SignedToken;
import org.vellum.platform.usecase.Component;

/**
 * Verifies the assertion by which a client proves who it is ({@code private_key_jwt}, RFC 7523,
 * section 3; IMS Security Framework 1.0, section 4.1.1). No transaction is open meanwhile, since
 * the client's keys may have to be fetched.
 */
@Component
public class VerifyAssertion {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int LONGEST_JTI = 1_000;

  private final OAuthClients clients;
  private final ClientSignatures signatures;
  private final PlatformConfiguration configuration;
  private final Clock clock;

  @Inject
  VerifyAssertion(
      OAuthClients clients,
      ClientSignatures signatures,
      PlatformConfiguration configuration,
      Clock clock) {
    this.clients = clients;
    this.signatures = signatures;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** What was found. */
  sealed interface Result {
    /** It holds, unless it was used before. */
    record Holds(ClientProof.Assertion proof) implements Result {}

    /** It does not, for this reason: half a sentence for whoever runs the client. */
    record Fails(String why) implements Result {}
  }

  Result verify(PrivateKeyJWT sent) {
    return verify(sent.getClientAssertion().serialize());
  }

  /** Verifies an assertion in compact form. */
  Result verify(String text) {
    Optional<SignedToken> token = SignedToken.parse(text);
    if (token.isEmpty()) {
      return fails("is no token that is signed with a key pair");
    }
    Claims claims = token.get().claims();
    String client = claims.text("sub").orElse("");
    if (!claims.text("iss").orElse("").equals(client)) {
      return fails("has an iss that is not its sub");
    }
    if (!claims.audience().contains(configuration.address(TokenResource.PATH).toString())) {
      return fails("is for another server: its aud must hold the address of this token endpoint");
    }
    Optional<String> wrong = claims.wrongTimes(clock.instant(), LONGEST);
    if (wrong.isPresent()) {
      return fails(wrong.get());
    }
    Optional<String> jti = claims.text("jti").filter(id -> id.length() <= LONGEST_JTI);
    if (jti.isEmpty()) {
      return fails("has no jti of at most " + LONGEST_JTI + " characters");
    }
    boolean signed =
        clients.find(client).filter(known -> signatures.signed(token.get(), known)).isPresent();
    return signed
        ? new Result.Holds(
            new ClientProof.Assertion(client, jti.get(), claims.instant("exp").orElseThrow()))
        : fails("is not signed with a key of the client");
  }

  private static Result fails(String why) {
    return new Result.Fails("The assertion " + why + ".");
  }
}
