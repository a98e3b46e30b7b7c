package org.vellum.competency.roster.sources;

import jakarta.inject.Inject;
import java.util.UUID;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.Seal;
import org.vellum.platform.usecase.Component;

/** Seals the secrets of our clients at other systems, each for its source. */
@Component
public class SecretSeal {
  private static final String PURPOSE = "vellum secrets of sources, version 1";

  private final Seal seal;

  @Inject
  public SecretSeal(PlatformConfiguration configuration) {
    this.seal = new Seal(configuration.auditSecret(), PURPOSE);
  }

  /** Seals a secret for a source. */
  byte[] seal(UUID source, String secret) {
    return seal.close(source, secret);
  }

  /**
   * Opens the secret of a source.
   *
   * @throws IllegalStateException if it was sealed under another key or for another source
   */
  String open(UUID source, byte[] sealed) {
    return seal.open(source, sealed)
        .orElseThrow(() ->
            new IllegalStateException(
                "the secret of a source cannot be opened; was the operator's secret changed?"));
  }
}
