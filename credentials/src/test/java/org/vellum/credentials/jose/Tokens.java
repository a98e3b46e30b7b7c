package org.vellum.credentials.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.vellum.credentials.Examples;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;

/** Tokens put together by hand, and what is found in them. */
final class Tokens {
  private static final IssuerKey RSA = rsa();

  private Tokens() {}

  /** A key of the university; of RSA always the same, since one takes long to make. */
  static IssuerKey key(SignatureAlgorithm algorithm) {
    return algorithm == SignatureAlgorithm.RS256
        ? RSA
        : IssuerKey.generate(Examples.DID, algorithm);
  }

  private static IssuerKey rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      KeyPair pair = generator.generateKeyPair();
      return new IssuerKey(Examples.DID + "#rsa", pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(String header, String payload, String signature) {
    return encoded(header) + "." + encoded(payload) + "." + signature;
  }

  static String encoded(String text) {
    return CompactJws.encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static JwtCredential decoded(String compact) {
    JwtRead read = JwtCredential.read(compact);
    assertThat(read).isInstanceOf(JwtRead.Decoded.class);
    return ((JwtRead.Decoded) read).jwt();
  }

  /** The findings of a token that is no credential. */
  static List<String> unreadable(String compact) {
    JwtRead read = JwtCredential.read(compact);
    assertThat(read).isInstanceOf(JwtRead.Unreadable.class);
    return ((JwtRead.Unreadable) read).findings().stream().map(Tokens::words).toList();
  }

  static List<String> findings(JwtCredential jwt) {
    return jwt.findings().stream().map(Tokens::words).toList();
  }

  private static String words(JwtFinding finding) {
    return finding.weight() + " " + finding.code() + " " + finding.place();
  }
}
