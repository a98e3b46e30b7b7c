package org.vellum.credentials.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.vellum.credentials.key.SignatureAlgorithm;

/** Writes the CMS signature (RFC 5652) of a PDF, with the key anywhere. */
final class CmsSigning {
  private final PublicKey key;
  private final List<X509Certificate> certificates;
  private final String algorithm;

  CmsSigning(PublicKey key, List<X509Certificate> certificates) {
    if (certificates.isEmpty() || !certificates.getFirst().getPublicKey().equals(key)) {
      throw new IllegalArgumentException("a PDF is signed by a key that has a certificate");
    }
    this.key = key;
    this.certificates = List.copyOf(certificates);
    SignatureAlgorithm kind =
        SignatureAlgorithm.of(key)
            .orElseThrow(
                () -> new IllegalArgumentException("no PDF is signed with keys of this kind"));
    this.algorithm =
        switch (kind) {
          case ES256 -> "SHA256WITHECDSA";
          case ES384 -> "SHA384WITHECDSA";
          case RS256 -> "SHA256WITHRSA";
          case ED25519 ->
              throw new IllegalArgumentException("readers of PDF know no signature by Ed25519");
        };
  }

  /** What the key has to sign. */
  byte[] toSign(byte[] content) {
    ByteArrayOutputStream attributes = new ByteArrayOutputStream();
    generate(content, attributes, new byte[] {0});
    return attributes.toByteArray();
  }

  /** The CMS around a signature. Its attributes are those of {@link #toSign}: none is of chance. */
  byte[] signed(byte[] content, byte[] signature) {
    return generate(content, new ByteArrayOutputStream(), signature);
  }

  private byte[] generate(byte[] content, OutputStream attributes, byte[] signature) {
    try {
      X509Certificate certificate = certificates.getFirst();
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(attributes(certificate))
              .build(contentSigner(attributes, signature), certificate));
      generator.addCertificates(new JcaCertStore(certificates));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
    } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the signature cannot be written", e);
    }
  }

  /**
   * ETSI EN 319 142-1, section 6.3: the certificate is named under the signature, and the time
   * stands in the signature dictionary and not in an attribute.
   */
  private static CMSAttributeTableGenerator attributes(X509Certificate certificate)
      throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    SigningCertificateV2 named = new SigningCertificateV2(new ESSCertIDv2(hash));
    AttributeTable table =
        new AttributeTable(new ASN1EncodableVector())
            .add(PKCSObjectIdentifiers.id_aa_signingCertificateV2, named);
    return parameters ->
        new DefaultSignedAttributeTableGenerator(table)
            .getAttributes(parameters)
            .remove(CMSAttributes.signingTime);
  }

  private ContentSigner contentSigner(OutputStream attributes, byte[] signature) {
    return new ContentSigner() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
      }

      @Override
      public OutputStream getOutputStream() {
        return attributes;
      }

      @Override
      public byte[] getSignature() {
        return key instanceof ECPublicKey ec && signature.length > 1
            ? der(ec, signature)
            : signature;
      }
    };
  }

  /** CMS writes ECDSA as a sequence of two numbers (RFC 5753, section 7.2). */
  private static byte[] der(ECPublicKey key, byte[] plain) {
    try {
      var order = key.getParams().getOrder();
      var both = PlainDSAEncoding.INSTANCE.decode(order, plain);
      return StandardDSAEncoding.INSTANCE.encode(order, both[0], both[1]);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not a signature of r and s in fixed width", e);
    }
  }
}
