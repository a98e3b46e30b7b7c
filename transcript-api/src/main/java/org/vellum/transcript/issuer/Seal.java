package org.vellum.transcript.issuer;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vellum.credentials.key.KeyStoreKey;
import org.vellum.credentials.key.Multikey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.VerificationKey;
import org.vellum.platform.usecase.Component;

/**
 * The key with a certificate by which transcripts as PDF are sealed, if the operator gave one. It
 * is opened at the start, so that a wrong secret is noticed then.
 */
@Component
public class Seal {
  private static final String FRAGMENT = "#seal";

  private final Optional<KeyStoreKey> key;

  @Inject
  public Seal(Issuer issuer, TranscriptConfiguration configuration) {
    String file = configuration.sealFile();
    this.key =
        file.isBlank()
            ? Optional.empty()
            : Optional.of(open(issuer.did() + FRAGMENT, Path.of(file), configuration.sealSecret()));
  }

  /** The key; none if transcripts are not sealed. */
  public Optional<KeyStoreKey> key() {
    return key;
  }

  /** What the issuer's document says of the key; nothing of RSA, which has no Multikey. */
  public Optional<VerificationKey> published() {
    return key.filter(each -> each.algorithm() != SignatureAlgorithm.RS256)
        .map(each ->
            new VerificationKey(
                each.verificationMethod(), each.controller(), Multikey.encode(each.publicKey())));
  }

  private static KeyStoreKey open(String verificationMethod, Path file, String secret) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStoreKey key = KeyStoreKey.fromPkcs12(verificationMethod, in, secret.toCharArray());
      if (key.algorithm() == SignatureAlgorithm.ED25519) {
        throw new IllegalArgumentException("readers of PDF know no Ed25519");
      }
      return key;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("vellum.transcript.seal-file: " + e.getMessage(), e);
    }
  }
}
