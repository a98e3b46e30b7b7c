package org.vellum.credentials.pdf;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Severity;

/** Checks the CMS signature of a PDF (RFC 5652; ETSI EN 319 122-1) over the bytes it covers. */
final class CmsCheck {
  private static final Set<ASN1ObjectIdentifier> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512);

  private static final Set<ASN1ObjectIdentifier> SIGNATURES =
      Set.of(
          PKCSObjectIdentifiers.rsaEncryption,
          PKCSObjectIdentifiers.sha256WithRSAEncryption,
          PKCSObjectIdentifiers.sha384WithRSAEncryption,
          PKCSObjectIdentifiers.sha512WithRSAEncryption,
          PKCSObjectIdentifiers.id_RSASSA_PSS,
          X9ObjectIdentifiers.ecdsa_with_SHA256,
          X9ObjectIdentifiers.ecdsa_with_SHA384,
          X9ObjectIdentifiers.ecdsa_with_SHA512,
          // Some signers name the key here, and the digest beside it.
          X9ObjectIdentifiers.id_ecPublicKey);

  private final String place;
  private final boolean pades;
  private final List<Finding> findings;
  private final List<X509Certificate> certificates = new ArrayList<>();

  /**
   * A check that has not begun.
   *
   * @param place where its findings point to
   * @param pades whether the signature claims to be PAdES
   * @param findings receives what is found
   */
  CmsCheck(String place, boolean pades, List<Finding> findings) {
    this.place = place;
    this.pades = pades;
    this.findings = findings;
  }

  /** The certificates that came along, the signer's first; known after the check. */
  List<X509Certificate> certificates() {
    return List.copyOf(certificates);
  }

  /** Whether the signature was made over the content with the key of its certificate. */
  boolean holds(byte[] value, byte[] content) {
    try {
      CMSSignedData cms = parsed(value, content);
      Collection<SignerInformation> signers = cms.getSignerInfos().getSigners();
      if (signers.size() != 1 || !cms.isDetachedSignature()) {
        return error("signature-form", "it is not one signature apart from what it signs");
      }
      SignerInformation signer = signers.iterator().next();
      collect(cms, signer);
      if (certificates.isEmpty()) {
        return error("no-certificate", "the signature does not bring its certificate");
      }
      return isStrong(signer) && isBound(signer) && verifies(signer);
    } catch (IOException | CMSException | GeneralSecurityException | RuntimeException e) {
      return error("signature-form", "the signature cannot be read");
    }
  }

  /** The value is padded with zeros, and nothing else may hide behind it. */
  private static CMSSignedData parsed(byte[] value, byte[] content)
      throws IOException, CMSException {
    ASN1InputStream in = new ASN1InputStream(value);
    ASN1Primitive first = in.readObject();
    for (byte each : in.readAllBytes()) {
      if (each != 0) {
        throw new IOException("something stands behind the signature");
      }
    }
    return new CMSSignedData(new CMSProcessableByteArray(content), ContentInfo.getInstance(first));
  }

  private void collect(CMSSignedData cms, SignerInformation signer)
      throws GeneralSecurityException {
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    // Some signers bring a certificate twice.
    Set<X509CertificateHolder> all = new LinkedHashSet<>(cms.getCertificates().getMatches(null));
    for (X509CertificateHolder each : all) {
      X509Certificate certificate = converter.getCertificate(each);
      if (signer.getSID().match(each)) {
        certificates.addFirst(certificate);
      } else {
        certificates.add(certificate);
      }
    }
    if (all.stream().filter(signer.getSID()::match).count() != 1) {
      certificates.clear();
    }
  }

  private boolean isStrong(SignerInformation signer) {
    ASN1ObjectIdentifier method = new ASN1ObjectIdentifier(signer.getEncryptionAlgOID());
    boolean digest = DIGESTS.contains(signer.getDigestAlgorithmID().getAlgorithm());
    if (!digest || !SIGNATURES.contains(method) || !isStrongPss(signer, method)) {
      return error("weak-algorithm", "signed with SHA-1, or by a method that is not accepted");
    }
    PublicKey key = certificates.getFirst().getPublicKey();
    if (SignatureAlgorithm.of(key).isEmpty()) {
      return key instanceof RSAPublicKey
          ? error("weak-key", "an RSA key of less than 2048 bits, or of an absurd length")
          : add(
              Severity.COULD_NOT_BE_CHECKED, "unknown-key", "keys of this kind are not known here");
    }
    return true;
  }

  private static boolean isStrongPss(SignerInformation signer, ASN1ObjectIdentifier method) {
    if (!method.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
      return true;
    }
    var parameters =
        RSASSAPSSparams.getInstance(
            signer.toASN1Structure().getDigestEncryptionAlgorithm().getParameters());
    return parameters != null && DIGESTS.contains(parameters.getHashAlgorithm().getAlgorithm());
  }

  /** ETSI EN 319 142-1, section 6.3: the certificate's digest is among what was signed. */
  private boolean isBound(SignerInformation signer) throws GeneralSecurityException {
    AttributeTable attributes = signer.getSignedAttributes();
    if (attributes == null) {
      return error("no-attributes", "nothing but the bytes is signed, which can be reinterpreted");
    }
    if (pades && attributes.get(CMSAttributes.signingTime) != null) {
      add(Severity.WARNING, "signing-time", "PAdES has no time among the signed attributes");
    }
    Attribute named = attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (named == null) {
      return pades
          ? error(
              "certificate-not-signed", "PAdES signs the digest of its certificate; it is missing")
          : !add(Severity.REMARK, "certificate-not-signed", "the certificate itself is not signed");
    }
    ESSCertIDv2 id =
        SigningCertificateV2.getInstance(named.getAttrValues().getObjectAt(0)).getCerts()[0];
    ASN1ObjectIdentifier digest = id.getHashAlgorithm().getAlgorithm();
    if (!DIGESTS.contains(digest)) {
      return error("weak-algorithm", "the certificate is named by a weak digest");
    }
    byte[] encoded = certificates.getFirst().getEncoded();
    byte[] own =
        MessageDigest.getInstance(digest.getId(), new BouncyCastleProvider()).digest(encoded);
    return Arrays.equals(own, id.getCertHash())
        || error("other-certificate", "it is not the certificate that was signed with");
  }

  private boolean verifies(SignerInformation signer) {
    try {
      PublicKey key = certificates.getFirst().getPublicKey();
      boolean genuine =
          signer.verify(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(new BouncyCastleProvider())
                  .build(key));
      return genuine || error("signature", "the signature is not of the key of its certificate");
    } catch (CMSException | OperatorCreationException e) {
      // BouncyCastle tells so that the digest of what is there is not the one that was signed.
      return error("digest", "what it covers was changed after it was signed");
    }
  }

  private boolean error(String code, String message) {
    return add(Severity.ERROR, code, message);
  }

  private boolean add(Severity severity, String code, String message) {
    findings.add(new Finding(severity, code, place, message, ""));
    return false;
  }
}
