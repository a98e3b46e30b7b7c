package org.vellum.platform.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import org.vellum.platform.limits.RateLimit;
import org.vellum.platform.usecase.Component;

/** Counts the attempts to sign in under a name, so that its password cannot be found by trying. */
@Component
class Attempts {
  private static final int MAXIMUM = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final RateLimit limit;

  @Inject
  Attempts(RateLimit limit) {
    this.limit = limit;
  }

  /** Whether one more is allowed. */
  boolean allow(String name) {
    return limit.allow(key(name), MAXIMUM, WINDOW);
  }

  /** Forgets them after one that succeeded. */
  void forget(String name) {
    limit.forget(key(name));
  }

  /**
   * Without the name itself. A directory may take upper and lower case and spaces around for the
   * same, so they are counted as the same.
   */
  private static String key(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(name.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
      return "sign-in:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
