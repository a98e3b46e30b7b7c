package org.vellum.transcript.sharing;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.Seal;
import org.vellum.platform.security.SecretHash;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.TranscriptConfiguration;

/**
 * Makes the secret tokens of links and keeps them: hashed to recognise one, and sealed so that the
 * learner can copy the link again.
 */
@Component
public class ShareLinks {
  private static final int TOKEN_BYTES = 24;

  private final Ids ids;
  private final PlatformConfiguration platform;
  private final Seal seal;

  @Inject
  public ShareLinks(
      Ids ids, PlatformConfiguration platform, TranscriptConfiguration configuration) {
    this.ids = ids;
    this.platform = platform;
    this.seal = new Seal(configuration.keySecret(), "share-link");
  }

  /** A new token; nobody can guess it. */
  String token() {
    return ids.secret(TOKEN_BYTES);
  }

  /** The address of the share that has a token. */
  URI address(String token) {
    return platform.address("/shares/" + token);
  }

  /** What a token is recognised by. It is random and long, so a plain hash tells nothing of it. */
  static byte[] hash(String token) {
    return SecretHash.sha256(token);
  }

  /** A token encrypted for the share that it belongs to. */
  byte[] seal(UUID share, String token) {
    return seal.close(share, token);
  }

  /**
   * The token that was sealed; empty if it was sealed under another secret or for another share.
   */
  Optional<String> open(UUID share, byte[] sealed) {
    return seal.open(share, sealed);
  }
}
