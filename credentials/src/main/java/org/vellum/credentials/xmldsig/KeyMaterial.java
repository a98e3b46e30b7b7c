package org.vellum.credentials.xmldsig;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.content.KeyValue;
import org.apache.xml.security.keys.content.keyvalues.ECKeyValue;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Fault;
import org.w3c.dom.Element;

/**
 * The key that a signature brings along, and its certificates. References to keys elsewhere are not
 * followed.
 *
 * @param key the key; null if it brings none
 * @param certificates the signer's first
 * @param faults what is wrong with it
 */
record KeyMaterial(
    @Nullable PublicKey key, List<X509Certificate> certificates, List<Fault> faults) {

  static KeyMaterial of(Element signature) {
    List<Element> infos = Names.children(signature, Names.DS, "KeyInfo");
    if (infos.isEmpty()) {
      return new KeyMaterial(null, List.of(), List.of());
    }
    Element info = infos.getFirst();
    try {
      List<X509Certificate> certificates = signerFirst(certificates(info));
      PublicKey bare = bareKey(info);
      if (certificates.isEmpty()) {
        return new KeyMaterial(bare, certificates, List.of());
      }
      PublicKey certified = certificates.getFirst().getPublicKey();
      return new KeyMaterial(certified, certificates, disagreement(info, bare, certified));
    } catch (CertificateException | XMLSecurityException | IllegalArgumentException e) {
      return new KeyMaterial(
          null, List.of(), List.of(Shape.fault("key", info, "a key that cannot be read")));
    }
  }

  private static List<Fault> disagreement(
      Element info, @Nullable PublicKey bare, PublicKey certified) {
    return bare == null || Arrays.equals(bare.getEncoded(), certified.getEncoded())
        ? List.of()
        : List.of(Shape.fault("key", info, "two different keys are said to have signed"));
  }

  private static List<X509Certificate> certificates(Element info) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> certificates = new ArrayList<>();
    for (Element data : Names.children(info, Names.DS, "X509Data")) {
      for (Element each : Names.children(data, Names.DS, "X509Certificate")) {
        byte[] bytes = Base64.getMimeDecoder().decode(each.getTextContent());
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
      }
    }
    return certificates;
  }

  /** The order in X509Data is free (XMLDSig, section 4.5.4): the signer issued none of the rest. */
  private static List<X509Certificate> signerFirst(List<X509Certificate> certificates) {
    List<X509Certificate> sorted = new ArrayList<>(certificates);
    certificates.stream()
        .filter(each ->
            certificates.stream()
                .noneMatch(other ->
                    !other.equals(each)
                        && other.getIssuerX500Principal().equals(each.getSubjectX500Principal())))
        .findFirst()
        .ifPresent(leaf -> {
          sorted.remove(leaf);
          sorted.addFirst(leaf);
        });
    return sorted;
  }

  private static @Nullable PublicKey bareKey(Element info) throws XMLSecurityException {
    List<Element> values = Names.children(info, Names.DS, "KeyValue");
    if (values.isEmpty()) {
      return null;
    }
    // KeyValue of the library knows no curves, so its part for them is asked first.
    List<Element> curves = Names.children(values.getFirst(), Names.DS11, "ECKeyValue");
    return curves.isEmpty()
        ? new KeyValue(values.getFirst(), "").getPublicKey()
        : new ECKeyValue(curves.getFirst(), "").getPublicKey();
  }
}
