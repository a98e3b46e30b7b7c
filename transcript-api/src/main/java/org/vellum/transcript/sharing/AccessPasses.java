package org.vellum.transcript.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.vellum.platform.security.KeyedHash;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.TranscriptConfiguration;

/**
 * Passes that a browser gets for the right access code, so that it is asked for once: an instant
 * and a signature over it and the share. Nothing is kept of them.
 */
@Component
public class AccessPasses {
  /** How long a pass is good. */
  static final Duration LIFETIME = Duration.ofMinutes(30);

  private final String secret;
  private final Clock clock;

  @Inject
  public AccessPasses(TranscriptConfiguration configuration, Clock clock) {
    this.secret = configuration.keySecret();
    this.clock = clock;
  }

  /** A pass for a share. */
  String issue(Share share) {
    long until = clock.instant().plus(LIFETIME).getEpochSecond();
    return until + "." + signature(share, until);
  }

  /** Whether the pass was issued for this share and its present code, and is still good. */
  boolean admits(Share share, String pass) {
    if (!pass.matches("\\d{1,12}\\.[A-Za-z0-9_-]{43}")) {
      return false;
    }
    int dot = pass.indexOf('.');
    long until = Long.parseLong(pass.substring(0, dot));
    return MessageDigest.isEqual(
            signature(share, until).getBytes(UTF_8), pass.substring(dot + 1).getBytes(UTF_8))
        && clock.instant().isBefore(Instant.ofEpochSecond(until));
  }

  private String signature(Share share, long until) {
    String text = "share-pass|" + share.id() + "|" + share.accessCode().orElse("") + "|" + until;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(KeyedHash.of(secret, text));
  }
}
