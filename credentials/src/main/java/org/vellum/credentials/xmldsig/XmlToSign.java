package org.vellum.credentials.xmldsig;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.xml.Branch;
import org.w3c.dom.Element;

/**
 * An enveloped signature under way, in three moves: what to sign, sign, assemble. The key may live
 * anywhere.
 */
public final class XmlToSign {
  private static final String NAMED_CURVE = "urn:oid:1.2.840.10045.3.1.7";
  private static final String PROPERTIES_ID = "xades-signed-properties";
  private static final String REFERENCE_ID = "signed-document";

  private final byte[] bytes;
  private final Branch signatureValue;

  private XmlToSign(byte[] bytes, Branch signatureValue) {
    this.bytes = bytes;
    this.signatureValue = signatureValue;
  }

  /**
   * The first move: writes the signature without its value as the last child of an element. The
   * document must be complete; afterwards it must not be touched.
   *
   * @param place the element that is to hold the signature: the document element, or one below it
   * @param key the public half of the key that will sign: P-256, or RSA from 2048 bits
   * @param certificates the key's chain, its own first; XAdES needs the first
   * @param profile how much the signature is to say
   * @param at the signing time (XAdES)
   * @throws IllegalArgumentException if the key is of another kind, or XAdES has no certificate
   */
  public static XmlToSign in(
      Element place,
      PublicKey key,
      List<X509Certificate> certificates,
      Profile profile,
      Instant at) {
    String method = Algorithms.methodFor(key);
    if (profile == Profile.XADES_B_B && certificates.isEmpty()) {
      throw new IllegalArgumentException("XAdES names the signer's certificate, and there is none");
    }
    String whole = Canonical.digest(place.getOwnerDocument());
    Branch signature = Branch.in(place, Names.DS, "ds", "Signature");
    Branch signedInfo = signature.child("SignedInfo");
    Branch value = signature.child("SignatureValue");
    keyInfo(signature, key, certificates);
    signedInfo.child("CanonicalizationMethod").attribute("Algorithm", Algorithms.EXCLUSIVE);
    signedInfo.child("SignatureMethod").attribute("Algorithm", method);
    reference(signedInfo.child("Reference").attribute("Id", REFERENCE_ID), "", whole);
    if (profile == Profile.XADES_B_B) {
      Element properties = properties(signature, certificates.getFirst(), at);
      Branch reference = signedInfo.child("Reference").attribute("Type", Names.SIGNED_PROPERTIES);
      reference(reference, "#" + PROPERTIES_ID, Canonical.digest(properties));
    }
    return new XmlToSign(Canonical.bytes(signedInfo.element()), value);
  }

  /**
   * All three moves with a key that answers.
   *
   * @param place the element that is to hold the signature
   * @param signer P-256, or RSA from 2048 bits
   * @throws IllegalArgumentException if the key is of another kind, or XAdES has no certificate
   * @throws IllegalStateException if the key does not answer
   */
  public static void sign(Element place, Signer signer, Profile profile, Instant at) {
    XmlToSign toSign = in(place, signer.publicKey(), signer.certificates(), profile, at);
    toSign.assemble(signer.sign(toSign.bytes()));
  }

  /** What the key has to sign, with SHA-256: the canonical SignedInfo (XMLDSig, section 3.1.2). */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The last move: puts the signature into the document.
   *
   * @param signature for P-256 r and s of 32 bytes each (RFC 9231, section 2.3.6), for RSA as it is
   */
  public void assemble(byte[] signature) {
    signatureValue.content(Canonical.base64(signature));
  }

  private static void reference(Branch reference, String uri, String digest) {
    reference.attribute("URI", uri);
    Branch transforms = reference.child("Transforms");
    if (uri.isEmpty()) {
      transforms.child("Transform").attribute("Algorithm", Algorithms.ENVELOPED);
    }
    transforms.child("Transform").attribute("Algorithm", Algorithms.EXCLUSIVE);
    reference.child("DigestMethod").attribute("Algorithm", Algorithms.SHA_256);
    reference.text("DigestValue", digest);
  }

  private static void keyInfo(Branch signature, PublicKey key, List<X509Certificate> certificates) {
    Branch info = signature.child("KeyInfo");
    Branch value = info.child("KeyValue");
    if (key instanceof RSAPublicKey rsa) {
      value
          .child("RSAKeyValue")
          .text("Modulus", Canonical.base64(unsigned(rsa.getModulus())))
          .text("Exponent", Canonical.base64(unsigned(rsa.getPublicExponent())));
    } else if (key instanceof ECPublicKey ec) {
      Branch curve = value.foreign(Names.DS11, "ds11", "ECKeyValue");
      curve.child("NamedCurve").attribute("URI", NAMED_CURVE);
      curve.text("PublicKey", Canonical.base64(point(ec)));
    }
    if (!certificates.isEmpty()) {
      Branch data = info.child("X509Data");
      certificates.forEach(each -> data.text("X509Certificate", Canonical.base64(encoded(each))));
    }
  }

  /** EN 319 132-1, sections 5.2.1, 5.2.2 and 5.2.4, inside a ds:Object (section 4.4.2). */
  private static Element properties(Branch signature, X509Certificate certificate, Instant at) {
    String id = "signature";
    signature.attribute("Id", id);
    Branch signed =
        signature
            .child("Object")
            .foreign(Names.XADES, "xades", "QualifyingProperties")
            .attribute("Target", "#" + id)
            .child("SignedProperties")
            .attribute("Id", PROPERTIES_ID);
    Branch ofSignature = signed.child("SignedSignatureProperties");
    ofSignature.text("SigningTime", at.truncatedTo(ChronoUnit.SECONDS));
    Branch digest = ofSignature.child("SigningCertificateV2").child("Cert").child("CertDigest");
    digest.foreign(Names.DS, "ds", "DigestMethod").attribute("Algorithm", Algorithms.SHA_256);
    digest.foreign(Names.DS, "ds", "DigestValue").content(Canonical.digest(encoded(certificate)));
    signed
        .child("SignedDataObjectProperties")
        .child("DataObjectFormat")
        .attribute("ObjectReference", "#" + REFERENCE_ID)
        .text("MimeType", "application/xml");
    return signed.element();
  }

  static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate without its bytes", e);
    }
  }

  /** SEC 1, section 2.3.3, uncompressed. */
  private static byte[] point(ECPublicKey key) {
    int length = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    byte[] point = new byte[1 + 2 * length];
    point[0] = 4;
    right(unsigned(key.getW().getAffineX()), point, 1 + length);
    right(unsigned(key.getW().getAffineY()), point, 1 + 2 * length);
    return point;
  }

  private static void right(byte[] from, byte[] to, int end) {
    System.arraycopy(from, 0, to, end - from.length, from.length);
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
