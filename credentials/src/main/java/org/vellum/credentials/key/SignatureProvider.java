package org.vellum.credentials.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.concurrent.Callable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Who signs, and who makes the keys that the signer understands.
 *
 * <p>A native provider is used if it is on the class path and really signs; otherwise BouncyCastle,
 * which is some twenty times faster than the JDK's own Ed25519.
 */
record SignatureProvider(SignatureAlgorithm algorithm, Provider signing, Provider keys) {
  /** As strong as P-256 (NIST SP 800-57, table 2). */
  private static final int RSA_BITS = 3_072;

  static SignatureProvider choose(SignatureAlgorithm algorithm) {
    return firstThatWorks(
        List.of(
            () -> withKeysOfTheJdk(accp(), algorithm),
            () -> withKeysOfTheJdk(conscrypt(), algorithm),
            () -> bouncyCastle(algorithm)));
  }

  static SignatureProvider firstThatWorks(List<Callable<SignatureProvider>> candidates) {
    for (Callable<SignatureProvider> candidate : candidates) {
      try {
        SignatureProvider provider = candidate.call();
        if (provider.signsAndVerifies()) {
          return provider;
        }
      } catch (Exception | LinkageError e) {
        // Absent, or its native library does not load on this machine: the next one is asked.
        System.getLogger(SignatureProvider.class.getName())
            .log(System.Logger.Level.DEBUG, "passed over a provider of signatures", e);
      }
    }
    throw new IllegalStateException("no provider of signatures works here");
  }

  static SignatureProvider bouncyCastle(SignatureAlgorithm algorithm) {
    Provider provider = new BouncyCastleProvider();
    return new SignatureProvider(algorithm, provider, provider);
  }

  private static SignatureProvider withKeysOfTheJdk(Provider signing, SignatureAlgorithm algorithm)
      throws GeneralSecurityException {
    Provider keys = KeyPairGenerator.getInstance(algorithm.keyAlgorithm()).getProvider();
    return new SignatureProvider(algorithm, signing, keys);
  }

  private static Provider accp() throws ReflectiveOperationException {
    Class<?> type =
        Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
    return (Provider) type.getField("INSTANCE").get(null);
  }

  private static Provider conscrypt() throws ReflectiveOperationException {
    return (Provider)
        Class.forName("org.conscrypt.Conscrypt").getMethod("newProvider").invoke(null);
  }

  /** A new key pair from the provider's secure random source. */
  KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyAlgorithm(), keys);
      switch (algorithm) {
        case ED25519 -> {}
        case ES256, ES384 ->
            generator.initialize(new ECGenParameterSpec(NistCurve.of(algorithm).jcaName()));
        case RS256 -> generator.initialize(RSA_BITS);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no keys for " + algorithm + " in " + keys.getName(), e);
    }
  }

  private boolean signsAndVerifies() throws GeneralSecurityException {
    KeyPair pair = generate();
    byte[] message = {1, 2, 3};
    Signature signer = Signature.getInstance(algorithm.jcaName(), signing);
    signer.initSign(pair.getPrivate());
    signer.update(message);
    byte[] signed = signer.sign();
    signer.initVerify(pair.getPublic());
    signer.update(message);
    return signer.verify(signed);
  }
}
