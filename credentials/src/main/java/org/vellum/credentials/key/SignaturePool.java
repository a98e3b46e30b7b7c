package org.vellum.credentials.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Signs and verifies by one algorithm, with the provider chosen when it was first needed.
 *
 * <p>{@link Signature} objects are costly to make and not safe to share, so each is lent to one
 * call at a time and returned. A pool is used and not a {@link ThreadLocal}, which would keep a
 * stopped application's classes alive in the threads of its server.
 */
final class SignaturePool {
  private static final Map<SignatureAlgorithm, SignaturePool> POOLS = new ConcurrentHashMap<>();

  private final SignatureAlgorithm algorithm;
  private final SignatureProvider provider;
  private final ConcurrentLinkedQueue<Signature> idle = new ConcurrentLinkedQueue<>();

  private SignaturePool(SignatureAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.provider = SignatureProvider.choose(algorithm);
  }

  static SignaturePool of(SignatureAlgorithm algorithm) {
    return POOLS.computeIfAbsent(algorithm, SignaturePool::new);
  }

  SignatureProvider provider() {
    return provider;
  }

  byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = borrow();
      signature.initSign(key);
      signature.update(message);
      byte[] signed = signature.sign();
      idle.add(signature);
      return signed;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key cannot sign with " + algorithm, e);
    }
  }

  boolean verify(PublicKey key, byte[] message, byte[] signed) {
    try {
      Signature signature = borrow();
      signature.initVerify(key);
      signature.update(message);
      boolean genuine = signature.verify(signed);
      idle.add(signature);
      return genuine;
    } catch (SignatureException e) {
      return false;
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("this key cannot verify " + algorithm, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + algorithm + " in the chosen provider", e);
    }
  }

  private Signature borrow() throws GeneralSecurityException {
    Signature free = idle.poll();
    return free != null ? free : Signature.getInstance(algorithm.jcaName(), provider.signing());
  }
}
