package org.vellum.credentials.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;

/**
 * Who alone can read what is encrypted: the holder of a private key (JWE, RFC 7516). The content is
 * encrypted with AES-256 in GCM under a key of its own, which is wrapped for the recipient by
 * ECDH-ES with AES-256 key wrap (RFC 7518, section 4.6) or RSA-OAEP with SHA-256.
 */
public final class EncryptedFor {
  private static final int SHORTEST_RSA = 2048;

  private final JWEHeader.Builder header;
  private final JWEEncrypter encrypter;

  private EncryptedFor(JWEAlgorithm algorithm, JWK recipient, JWEEncrypter encrypter) {
    this.header =
        new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM).keyID(recipient.getKeyID());
    this.encrypter = encrypter;
  }

  /**
   * Reads the recipient's key.
   *
   * @param jwk a public key: P-256, P-384 or P-521, or RSA from 2048 bits
   * @throws IllegalArgumentException if it is no such key, is kept for signatures, or is not public
   */
  public static EncryptedFor holderOf(String jwk) {
    try {
      JWK recipient = JWK.parse(jwk);
      if (recipient.isPrivate()) {
        throw new IllegalArgumentException("a private key, which nobody else may have");
      }
      if (KeyUse.SIGNATURE.equals(recipient.getKeyUse())) {
        throw new IllegalArgumentException("a key that is kept for signatures");
      }
      return of(recipient);
    } catch (ParseException | JOSEException e) {
      throw new IllegalArgumentException("no public key as a JSON Web Key", e);
    }
  }

  private static EncryptedFor of(JWK recipient) throws JOSEException {
    if (recipient instanceof ECKey key && !Curve.SECP256K1.equals(key.getCurve())) {
      return new EncryptedFor(JWEAlgorithm.ECDH_ES_A256KW, recipient, new ECDHEncrypter(key));
    }
    if (recipient instanceof RSAKey key && key.size() >= SHORTEST_RSA) {
      return new EncryptedFor(JWEAlgorithm.RSA_OAEP_256, recipient, new RSAEncrypter(key));
    }
    throw new IllegalArgumentException("no key of a kind that encrypts here");
  }

  /**
   * Encrypts.
   *
   * @param contentType what the bytes are, such as {@code text/csv}
   * @return in the compact serialization
   */
  public String encrypt(byte[] bytes, String contentType) {
    JWEObject jwe = new JWEObject(header.contentType(contentType).build(), new Payload(bytes));
    try {
      jwe.encrypt(encrypter);
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK does not encrypt by " + jwe.getHeader(), e);
    }
    return jwe.serialize();
  }
}
