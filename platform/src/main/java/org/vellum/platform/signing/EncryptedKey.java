package org.vellum.platform.signing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

/** An RSA key under a secret: an encrypted JWK (RFC 7517, section 7; RFC 7518, section 4.8). */
final class EncryptedKey {
  private static final int BITS = 2_048;
  private static final int SALT = 16;

  /** The secret is random and long, so this only has to meet the RFC's least of 1,000. */
  private static final int ITERATIONS = 50_000;

  private EncryptedKey() {}

  /** A new key for RS256, the one algorithm that every tool must know (IMS Security 1.0, 5.1). */
  static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform makes RSA keys", e);
    }
  }

  static String close(RSAKey key, String secret) {
    JWEObject box =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.PBES2_HS512_A256KW, EncryptionMethod.A256GCM)
                .contentType("jwk+json")
                .build(),
            new Payload(key.toJSONString()));
    try {
      box.encrypt(new PasswordBasedEncrypter(secret, SALT, ITERATIONS));
      return box.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK cannot encrypt a private key", e);
    }
  }

  /**
   * Opens what {@link #close} closed.
   *
   * @throws IllegalStateException if the secret is another
   */
  static RSAKey open(String encrypted, String secret) {
    try {
      JWEObject box = JWEObject.parse(encrypted);
      box.decrypt(new PasswordBasedDecrypter(secret));
      return RSAKey.parse(box.getPayload().toString());
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException(
          "a signing key cannot be opened: vellum.platform.key-secret is another than when the key"
              + " was made",
          e);
    }
  }
}
