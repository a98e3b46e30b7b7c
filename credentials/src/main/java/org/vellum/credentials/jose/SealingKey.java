package org.vellum.credentials.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.impl.ConcatKDF;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is kept: only who has the same secret can read it, and nobody else can change it
 * unnoticed (JWE, RFC 7516, with AES-256 in GCM under the key itself, RFC 7518, sections 4.5 and
 * 5.3). The key, and another for fingerprints, are derived from the secret by the Concat KDF (NIST
 * SP 800-56A, section 5.8.1).
 */
public final class SealingKey {
  private static final int SHORTEST = 32;
  private static final int BITS = 256;
  private static final String HMAC = "HmacSHA256";

  private final SecretKey sealing;
  private final SecretKey marking;

  private SealingKey(SecretKey sealing, SecretKey marking) {
    this.sealing = sealing;
    this.marking = marking;
  }

  /**
   * The key of a secret.
   *
   * @param secret that nobody can guess, at least 32 characters
   * @throws IllegalArgumentException if it is shorter
   */
  public static SealingKey of(String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException("a secret of at least 32 characters is needed");
    }
    return new SealingKey(derived(secret, "vellum seal"), derived(secret, "vellum fingerprint"));
  }

  private static SecretKey derived(String secret, String purpose) {
    try {
      return new ConcatKDF("SHA-256")
          .deriveKey(
              new SecretKeySpec(secret.getBytes(UTF_8), "AES"),
              BITS,
              ConcatKDF.encodeStringData(purpose));
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Seals a text; the same text gives another seal each time. */
  public String seal(String text) {
    JWEObject jwe =
        new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(text));
    try {
      jwe.encrypt(new DirectEncrypter(sealing));
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK does not encrypt by " + jwe.getHeader(), e);
    }
    return jwe.serialize();
  }

  /** Opens a seal; nothing if it was made with another secret, or changed. */
  public Optional<String> open(String sealed) {
    try {
      JWEObject jwe = JWEObject.parse(sealed);
      jwe.decrypt(new DirectDecrypter(sealing));
      return Optional.of(jwe.getPayload().toString());
    } catch (ParseException | JOSEException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** The same for the same text, and without the secret nothing can be learned from it. */
  public String fingerprint(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(marking.getEncoded(), HMAC));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /** Shows nothing of the key. */
  @Override
  public String toString() {
    return "SealingKey";
  }
}
