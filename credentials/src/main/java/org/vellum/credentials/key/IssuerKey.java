package org.vellum.credentials.key;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/**
 * A key in memory that an issuer signs with.
 *
 * @param verificationMethod the URL under which verifiers find the public key: the controller's DID
 *     or URL, {@code #}, and the key as Multikey
 * @param privateKey the secret half; never printed
 * @param publicKey the public half
 */
public record IssuerKey(String verificationMethod, PrivateKey privateKey, PublicKey publicKey)
    implements Signer {
  /** PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC (RFC 8018, section 6.2). */
  private static final String PBES2 = "PBEWithHmacSHA256AndAES_256";

  /** The count that OWASP's password storage sheet asks for PBKDF2-HMAC-SHA256. */
  private static final int ITERATIONS = 600_000;

  /** Checks that the verification method names a key of a controller, and that the key can sign. */
  public IssuerKey {
    if (verificationMethod.indexOf('#') < 1) {
      throw new IllegalArgumentException("a verification method is controller#key");
    }
    if (SignatureAlgorithm.of(publicKey).isEmpty()) {
      throw new IllegalArgumentException("no credential is signed with keys of this kind");
    }
  }

  /**
   * Makes a new Ed25519 key; its verification method is the controller, {@code #}, the Multikey.
   */
  public static IssuerKey generate(String controller) {
    return generate(controller, SignatureAlgorithm.ED25519);
  }

  /**
   * Makes a new key whose verification method is the controller, {@code #}, and the Multikey.
   *
   * @param controller whose key it is; {@code did:key} alone for a key that speaks for itself (The
   *     did:key Method, section Format)
   * @throws IllegalArgumentException for RSA, which has no Multikey
   */
  public static IssuerKey generate(String controller, SignatureAlgorithm algorithm) {
    KeyPair pair = SignaturePool.of(algorithm).provider().generate();
    String multikey = Multikey.encode(pair.getPublic());
    String whose = controller.equals("did:key") ? "did:key:" + multikey : controller;
    return new IssuerKey(whose + "#" + multikey, pair.getPrivate(), pair.getPublic());
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.of(publicKey).orElseThrow();
  }

  @Override
  public List<X509Certificate> certificates() {
    return List.of();
  }

  @Override
  public byte[] sign(byte[] data) {
    return algorithm().sign(privateKey, data);
  }

  /** The public key as Multikey, {@code z6Mk…}. */
  public String publicKeyMultibase() {
    return Multikey.encode(publicKey);
  }

  /** What the world may know of this key. */
  public VerificationKey verificationKey() {
    return new VerificationKey(verificationMethod, controller(), publicKeyMultibase());
  }

  /** The private key encrypted under a secret, as PKCS #8 EncryptedPrivateKeyInfo. */
  public byte[] encryptedPkcs8(char[] secret) {
    byte[] plain =
        algorithm() == SignatureAlgorithm.ED25519
            ? Ed25519.pkcs8(privateKey)
            : privateKey.getEncoded();
    try {
      byte[] salt = new byte[16];
      byte[] start = new byte[16];
      SecureRandom random = new SecureRandom();
      random.nextBytes(salt);
      random.nextBytes(start);
      Cipher cipher = Cipher.getInstance(PBES2);
      PBEParameterSpec parameters =
          new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(start));
      cipher.init(Cipher.ENCRYPT_MODE, key(secret), parameters);
      // Under its own name the JDK finds no object identifier for the scheme; under PBES2 it does.
      AlgorithmParameters named = AlgorithmParameters.getInstance("PBES2");
      named.init(cipher.getParameters().getEncoded());
      return new EncryptedPrivateKeyInfo(named, cipher.doFinal(plain)).getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JDK cannot encrypt a private key", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Opens what {@link #encryptedPkcs8} closed.
   *
   * @throws IllegalArgumentException if the secret is wrong, the bytes are damaged, or the private
   *     key does not belong to the public key
   */
  public static IssuerKey decrypt(
      String verificationMethod, byte[] encryptedPkcs8, String publicKeyMultibase, char[] secret) {
    PublicKey publicKey = Multikey.decode(publicKeyMultibase);
    SignatureAlgorithm algorithm = SignatureAlgorithm.of(publicKey).orElseThrow();
    PrivateKey privateKey = open(encryptedPkcs8, secret, algorithm);
    byte[] probe = {1};
    if (!algorithm.verify(publicKey, probe, algorithm.sign(privateKey, probe))) {
      throw new IllegalArgumentException("the private key does not belong to the public key");
    }
    return new IssuerKey(verificationMethod, privateKey, publicKey);
  }

  private static PrivateKey open(byte[] encrypted, char[] secret, SignatureAlgorithm algorithm) {
    byte[] plain = {};
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encrypted);
      AlgorithmParameters parameters = info.getAlgParameters();
      if (parameters == null || !PBES2.equals(parameters.toString())) {
        throw new IllegalArgumentException("the private key is not encrypted with " + PBES2);
      }
      Cipher cipher = Cipher.getInstance(PBES2);
      cipher.init(Cipher.DECRYPT_MODE, key(secret), parameters);
      plain = cipher.doFinal(info.getEncryptedData());
      return KeyFactory.getInstance(
              algorithm.keyAlgorithm(), SignaturePool.of(algorithm).provider().keys())
          .generatePrivate(new PKCS8EncodedKeySpec(plain));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("wrong secret, or a damaged private key", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static SecretKey key(char[] secret) throws GeneralSecurityException {
    PBEKeySpec spec = new PBEKeySpec(secret);
    try {
      return SecretKeyFactory.getInstance(PBES2).generateSecret(spec);
    } finally {
      spec.clearPassword();
    }
  }

  /** Names the key without showing it. */
  @Override
  public String toString() {
    return "IssuerKey[" + verificationMethod + "]";
  }
}
