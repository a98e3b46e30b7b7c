package org.vellum.finaid.ssn;

import java.util.Optional;
import org.vellum.credentials.jose.EncryptedFor;
import org.vellum.credentials.jose.SealingKey;
import org.vellum.platform.configuration.Key;

/**
 * Whether social security numbers are kept and given, which they are not unless both are set.
 *
 * @param secret seals them where they are kept
 * @param recipient the key of who alone may read them in a package
 */
public record NumbersConfiguration(
    @Key(
            name = "vellum.financial-aid.numbers-secret",
            meaning =
                "Secret that encrypts social security numbers where they are kept, at least 32"
                    + " characters, and not that of another key. Empty: none are kept.",
            defaultValue = "")
        String secret,
    @Key(
            name = "vellum.financial-aid.numbers-recipient",
            meaning =
                "Public key of the aid system as a JSON Web Key (P-256, P-384, P-521, or RSA from"
                    + " 2048 bits). For it alone the file of numbers of a package is encrypted."
                    + " Empty: no package has one.",
            defaultValue = "")
        String recipient) {

  public NumbersConfiguration {
    if (!secret.isEmpty()) {
      SealingKey.of(secret);
    }
    if (!recipient.isEmpty()) {
      EncryptedFor.holderOf(recipient);
    }
  }

  /** The key under which numbers are kept, if any are. */
  public Optional<SealingKey> seal() {
    return secret.isEmpty() ? Optional.empty() : Optional.of(SealingKey.of(secret));
  }

  /** For whom packages have numbers, if any have. */
  public Optional<EncryptedFor> reader() {
    return recipient.isEmpty() || secret.isEmpty()
        ? Optional.empty()
        : Optional.of(EncryptedFor.holderOf(recipient));
  }

  /** Names the holder without its secret. */
  @Override
  public String toString() {
    return "NumbersConfiguration";
  }
}
