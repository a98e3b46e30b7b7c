package org.vellum.credentials.xmldsig;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;

/** A key with a certificate of its own making, for tests. */
public record XmlKey(SignatureAlgorithm algorithm, KeyPair pair, List<X509Certificate> certificates)
    implements Signer {
  /** When the documents of the tests are signed. */
  public static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");

  /** A new P-256 key. */
  public static XmlKey p256() {
    return of(SignatureAlgorithm.ES256, "EC", 256, "SHA256withECDSA");
  }

  /** A new RSA key. */
  public static XmlKey rsa() {
    return of(SignatureAlgorithm.RS256, "RSA", 2048, "SHA256withRSA");
  }

  private static XmlKey of(SignatureAlgorithm algorithm, String kind, int size, String signature) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(size);
      KeyPair pair = generator.generateKeyPair();
      X500Principal name = new X500Principal("CN=University, C=US");
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v3CertificateBuilder(
                          name,
                          BigInteger.ONE,
                          Date.from(AT.minusSeconds(86_400)),
                          Date.from(AT.plusSeconds(86_400L * 3_650)),
                          name,
                          pair.getPublic())
                      .build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
      return new XmlKey(algorithm, pair, List.of(certificate));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same key with a certificate from an authority that names its owner by a URI. */
  public XmlKey certifiedBy(XmlKey authority, String uri) {
    try {
      X509Certificate ca = authority.certificates().getFirst();
      GeneralNames names =
          new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
      X509Certificate own =
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v3CertificateBuilder(
                          ca,
                          BigInteger.TWO,
                          Date.from(AT.minusSeconds(86_400)),
                          Date.from(AT.plusSeconds(86_400L * 365)),
                          new X500Principal("CN=Seal"),
                          pair.getPublic())
                      .addExtension(Extension.subjectAlternativeName, false, names)
                      .build(
                          new JcaContentSignerBuilder("SHA256withECDSA")
                              .build(authority.pair().getPrivate())));
      return new XmlKey(algorithm, pair, List.of(own, ca));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String verificationMethod() {
    return "did:web:university.example#xml";
  }

  @Override
  public PublicKey publicKey() {
    return pair.getPublic();
  }

  @Override
  public byte[] sign(byte[] data) {
    return algorithm.sign(pair.getPrivate(), data);
  }
}
