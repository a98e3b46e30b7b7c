package org.vellum.credentials.xmldsig;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Fault;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Verifies that a whole document is as its signer left it (XMLDSig 1.1, section 3.2; XAdES).
 * Nothing outside of the document is looked at.
 */
public final class XmlSignatures {
  static {
    Canonical.ready();
  }

  private XmlSignatures() {}

  /**
   * Verifies with the key that the signature brings along; whether that key may speak for anybody
   * is for the caller to decide.
   *
   * @param document as {@link org.vellum.credentials.xml.HardenedXml} read it
   * @param at the time for which the certificate's validity is looked at
   */
  public static XmlVerification verify(Document document, Instant at) {
    return verify(document, at, null);
  }

  /**
   * Verifies with one key.
   *
   * @param document as {@link org.vellum.credentials.xml.HardenedXml} read it
   * @param at the time for which the certificate's validity is looked at
   * @param expected the only key that is accepted; null accepts the one that came along
   */
  public static XmlVerification verify(
      Document document, Instant at, @Nullable PublicKey expected) {
    Shape shape = Shape.of(document);
    Element signature = shape.signature();
    if (!shape.wrong().isEmpty() || signature == null) {
      return new XmlVerification.Invalid(shape.wrong());
    }
    if (!shape.unknown().isEmpty()) {
      return new XmlVerification.CouldNotBeChecked(shape.unknown());
    }
    KeyMaterial material = KeyMaterial.of(signature);
    PublicKey key = expected == null ? material.key() : expected;
    if (!material.faults().isEmpty()) {
      return new XmlVerification.Invalid(material.faults());
    }
    if (key == null) {
      return new XmlVerification.CouldNotBeChecked(
          List.of(Shape.fault("no-key", signature, "it does not bring its key along")));
    }
    List<Fault> faults = new ArrayList<>(key(signature, key));
    if (faults.isEmpty()) {
      faults.addAll(value(signature, key));
    }
    faults.addAll(certificate(shape, material));
    return faults.isEmpty() ? valid(shape, key, material, at) : new XmlVerification.Invalid(faults);
  }

  private static List<Fault> key(Element signature, PublicKey key) {
    Element info = Names.children(signature, Names.DS, "SignedInfo").getFirst();
    if (!Algorithms.isStrong(key)) {
      return List.of(Shape.fault("weak-key", signature, "a key that is too short, or of no use"));
    }
    return Algorithms.fits(Names.algorithm(info, "SignatureMethod"), key)
        ? List.of()
        : List.of(Shape.fault("key", info, "the method does not belong to the key"));
  }

  private static List<Fault> value(Element element, PublicKey key) {
    try {
      XMLSignature signature = new XMLSignature(element, "", true);
      if (signature.checkSignatureValue(key)) {
        return List.of();
      }
      Element info = signature.getSignedInfo().getElement();
      boolean signed = signature.getSignedInfo().getLength() > 0 && signedInfoHolds(signature, key);
      return List.of(
          signed
              ? Shape.fault("digest", info, "the document was changed after it was signed")
              : Shape.fault("signature", element, "the signature is not of this key"));
    } catch (XMLSecurityException | IllegalArgumentException e) {
      return List.of(Shape.fault("signature", element, "a signature that cannot be followed"));
    }
  }

  /** Tells a changed document from a forged signature; the verdict is the same. */
  private static boolean signedInfoHolds(XMLSignature signature, PublicKey key)
      throws XMLSecurityException {
    var algorithm = signature.getSignedInfo().getSignatureAlgorithm();
    try {
      algorithm.initVerify(key);
      algorithm.update(signature.getSignedInfo().getCanonicalizedOctetStream());
      return algorithm.verify(signature.getSignatureValue());
    } catch (IOException e) {
      return false;
    }
  }

  /** EN 319 132-1, section 5.2.2: the signed digest must be of the certificate that came along. */
  private static List<Fault> certificate(Shape shape, KeyMaterial material) {
    Element properties = shape.properties();
    if (properties == null || material.certificates().isEmpty()) {
      return List.of();
    }
    for (Element digest : Names.all(properties, Names.XADES, "CertDigest")) {
      if (!Algorithms.SHA_256.equals(Names.algorithm(digest, "DigestMethod"))) {
        continue;
      }
      String said = Names.children(digest, Names.DS, "DigestValue").getFirst().getTextContent();
      String own = Canonical.digest(XmlToSign.encoded(material.certificates().getFirst()));
      return own.equals(said.strip())
          ? List.of()
          : List.of(Shape.fault("certificate", digest, "not the certificate that was signed with"));
    }
    return List.of();
  }

  private static XmlVerification valid(
      Shape shape, PublicKey key, KeyMaterial material, Instant at) {
    Element properties = shape.properties();
    List<Fault> remarks = new ArrayList<>();
    boolean own =
        !material.certificates().isEmpty()
            && Arrays.equals(
                material.certificates().getFirst().getPublicKey().getEncoded(), key.getEncoded());
    List<X509Certificate> certificates = own ? material.certificates() : List.of();
    Element root = shape.root();
    certificates.stream()
        .findFirst()
        .filter(each -> isOutside(each, at))
        .ifPresent(each ->
            remarks.add(
                Shape.fault(
                    "certificate-dates", root, "the certificate does not hold at this time")));
    return new XmlVerification.Valid(
        root,
        key,
        certificates,
        properties == null ? Profile.XMLDSIG : Profile.XADES_B_B,
        properties == null ? null : signingTime(properties),
        remarks);
  }

  private static boolean isOutside(X509Certificate certificate, Instant at) {
    return at.isBefore(certificate.getNotBefore().toInstant())
        || at.isAfter(certificate.getNotAfter().toInstant());
  }

  private static @Nullable Instant signingTime(Element properties) {
    List<Element> times = Names.all(properties, Names.XADES, "SigningTime");
    try {
      return times.isEmpty()
          ? null
          : OffsetDateTime.parse(times.getFirst().getTextContent().strip()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
