package org.vellum.credentials.key;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.util.List;
import java.util.concurrent.Callable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Who signs, and who makes the keys that the signer understands.
 *
 * <p>A native provider is used if it is on the class path and really signs; otherwise BouncyCastle,
 * which is some twenty times faster than the JDK's own Ed25519.
 */
record SignatureProvider(Provider signing, Provider keys) {

  static SignatureProvider choose() {
    return firstThatWorks(
        List.of(
            () -> withKeysOfTheJdk(accp()),
            () -> withKeysOfTheJdk(conscrypt()),
            () -> bouncyCastle()));
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
            .log(System.Logger.Level.DEBUG, "passed over a provider of Ed25519", e);
      }
    }
    throw new IllegalStateException("no provider of Ed25519 works here");
  }

  static SignatureProvider bouncyCastle() {
    Provider provider = new BouncyCastleProvider();
    return new SignatureProvider(provider, provider);
  }

  private static SignatureProvider withKeysOfTheJdk(Provider signing)
      throws GeneralSecurityException {
    return new SignatureProvider(signing, KeyPairGenerator.getInstance("Ed25519").getProvider());
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

  private boolean signsAndVerifies() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519", keys).generateKeyPair();
    byte[] message = {1, 2, 3};
    Signature signer = Signature.getInstance("Ed25519", signing);
    signer.initSign(pair.getPrivate());
    signer.update(message);
    byte[] signed = signer.sign();
    signer.initVerify(pair.getPublic());
    signer.update(message);
    return signer.verify(signed);
  }
}
