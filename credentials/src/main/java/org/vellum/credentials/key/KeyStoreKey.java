package org.vellum.credentials.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * A key in a key store with its certificates: a PKCS #12 file, or a PKCS #11 token whose private
 * keys never leave it. The token's own provider signs; it is passed with the call and never added
 * to the JVM's list.
 */
public final class KeyStoreKey implements Signer {
  private final String verificationMethod;
  private final SignatureAlgorithm algorithm;
  private final PrivateKey privateKey;
  private final List<X509Certificate> certificates;
  private final Provider provider;

  private KeyStoreKey(
      String verificationMethod,
      PrivateKey privateKey,
      List<X509Certificate> certificates,
      Provider provider) {
    if (verificationMethod.indexOf('#') < 1) {
      throw new IllegalArgumentException("a verification method is controller#key");
    }
    this.verificationMethod = verificationMethod;
    this.algorithm =
        SignatureAlgorithm.of(certificates.getFirst().getPublicKey())
            .orElseThrow(() ->
                new IllegalArgumentException("no credential is signed with keys of this kind"));
    this.privateKey = privateKey;
    this.certificates = certificates;
    this.provider = provider;
  }

  /**
   * Opens a key of a PKCS #12 file (RFC 7292).
   *
   * @param verificationMethod under which verifiers find the public half
   * @param file the file's bytes; not closed
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the secret is wrong, the file is damaged, or there is no
   *     key of this name that signs credentials
   */
  public static KeyStoreKey fromPkcs12(
      String verificationMethod, InputStream file, String alias, char[] secret) throws IOException {
    byte[] bytes = file.readAllBytes();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), secret);
      PublicKey publicKey = chain(store, alias).getFirst().getPublicKey();
      SignatureAlgorithm algorithm =
          SignatureAlgorithm.of(publicKey)
              .orElseThrow(() ->
                  new IllegalArgumentException("no credential is signed with keys of this kind"));
      return open(
          verificationMethod,
          store,
          alias,
          secret,
          SignaturePool.of(algorithm).provider().signing());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("wrong secret, or a damaged key store", e);
    }
  }

  /**
   * Opens the key of a PKCS #12 file that has one, or the first one of several.
   *
   * @param verificationMethod under which verifiers find the public half
   * @param file the file's bytes; not closed
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the secret is wrong, the file is damaged, or there is no
   *     key that signs credentials
   */
  public static KeyStoreKey fromPkcs12(String verificationMethod, InputStream file, char[] secret)
      throws IOException {
    byte[] bytes = file.readAllBytes();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), secret);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)) {
          return fromPkcs12(verificationMethod, new ByteArrayInputStream(bytes), alias, secret);
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("wrong secret, or a damaged key store", e);
    }
    throw new IllegalArgumentException("the key store has no key");
  }

  /**
   * Opens a key of a PKCS #11 token.
   *
   * @param verificationMethod under which verifiers find the public half
   * @param token the provider of the token, configured: {@code
   *     Security.getProvider("SunPKCS11").configure(file)}
   * @param alias the label of the key, whose certificate is in the token as well
   * @throws IllegalArgumentException if the PIN is wrong or there is no key of this name that signs
   *     credentials
   */
  public static KeyStoreKey fromPkcs11(
      String verificationMethod, Provider token, String alias, char[] pin) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", token);
      store.load(null, pin);
      return open(verificationMethod, store, alias, pin, token);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("wrong PIN, or a token that does not answer", e);
    }
  }

  private static KeyStoreKey open(
      String verificationMethod, KeyStore store, String alias, char[] secret, Provider provider)
      throws GeneralSecurityException {
    List<X509Certificate> chain = chain(store, alias);
    if (!(store.getKey(alias, secret) instanceof PrivateKey privateKey)) {
      throw new IllegalArgumentException("the key store has no private key " + alias);
    }
    return new KeyStoreKey(verificationMethod, privateKey, chain, provider);
  }

  private static List<X509Certificate> chain(KeyStore store, String alias)
      throws GeneralSecurityException {
    Certificate[] chain = store.getCertificateChain(alias);
    if (chain == null || chain.length == 0) {
      throw new IllegalArgumentException("the key store has no key with a certificate " + alias);
    }
    return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public String verificationMethod() {
    return verificationMethod;
  }

  @Override
  public PublicKey publicKey() {
    return certificates.getFirst().getPublicKey();
  }

  @Override
  public List<X509Certificate> certificates() {
    return certificates;
  }

  /** A token is a device: what it returns is believed only if the certificate's key verifies it. */
  @Override
  public byte[] sign(byte[] data) {
    try {
      byte[] signature = signature(data);
      if (!algorithm.verify(publicKey(), data, signature)) {
        throw new IllegalStateException("not a signature of " + verificationMethod);
      }
      return signature;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the key does not sign: " + verificationMethod, e);
    }
  }

  private byte[] signature(byte[] data) throws GeneralSecurityException, IOException {
    try {
      return signature(algorithm.jcaName(), data);
    } catch (NoSuchAlgorithmException e) {
      if (!algorithm.keyAlgorithm().equals("EC")) {
        throw e;
      }
      // A provider that writes ECDSA in DER only.
      byte[] der = signature(algorithm.jcaName().replace("inP1363Format", ""), data);
      var order = NistCurve.of(algorithm).order();
      var both = StandardDSAEncoding.INSTANCE.decode(order, der);
      return PlainDSAEncoding.INSTANCE.encode(order, both[0], both[1]);
    }
  }

  private byte[] signature(String name, byte[] data) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(name, provider);
    signature.initSign(privateKey);
    signature.update(data);
    return signature.sign();
  }

  /** Names the key without showing it. */
  @Override
  public String toString() {
    return "KeyStoreKey[" + verificationMethod + "]";
  }
}
