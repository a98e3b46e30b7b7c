package org.vellum.platform.signing;

import org.vellum.platform.configuration.Key;

/**
 * What an operator can set of the keys that sign tokens.
 *
 * @param keySecret under which the private keys are encrypted in the database; empty for none
 */
public record SigningConfiguration(
    @Key(
            name = "vellum.platform.key-secret",
            meaning =
                "Secret of at least 32 characters under which the private keys that sign tokens for"
                    + " other systems (LTI) are encrypted in the database. Without it nothing is"
                    + " launched and no LMS is read.",
            defaultValue = "")
        String keySecret) {
  private static final int SHORTEST = 32;

  public SigningConfiguration {
    if (!keySecret.isEmpty() && keySecret.length() < SHORTEST) {
      throw new IllegalArgumentException("vellum.platform.key-secret is shorter than 32");
    }
  }

  /** Names the holder without showing its secret. */
  @Override
  public String toString() {
    return "SigningConfiguration";
  }
}
