package org.vellum.search.profile;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.KeyedHash;
import org.vellum.platform.usecase.Component;

/**
 * By what employers will know a learner. A preview must show the very pseudonym that the consent
 * then brings, so that it is reckoned and not drawn: by a secret (HMAC-SHA256, RFC 2104), without
 * which nobody can tell it from a random one (RFC 9562, version 8), nor two of one learner from
 * those of two.
 */
@Component
public class ProfileIds {
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final PlatformConfiguration configuration;

  @Inject
  public ProfileIds(PlatformConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * The identifier of a profile.
   *
   * @param version which of the learner's consents it begins with: each time another
   */
  UUID of(UUID learner, int version) {
    String key = "search-profile:" + configuration.auditSecret();
    ByteBuffer code = ByteBuffer.wrap(KeyedHash.of(key, learner + ":" + version));
    long high = (code.getLong() & ~0xF000L) | VERSION_8;
    return new UUID(high, (code.getLong() & ~(VARIANT | VARIANT >>> 1)) | VARIANT);
  }
}
