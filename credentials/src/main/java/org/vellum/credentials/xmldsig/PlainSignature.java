package org.vellum.credentials.xmldsig;

import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The shape of nearly all signatures: one reference to the whole document, enveloped, by exclusive
 * canonicalization, SHA-256 and P-256 or RSA (XMLDSig 1.1, section 3.2 Core Validation).
 *
 * <p>It only ever says that a signature is good. Whatever it does not know, and what does not hold,
 * is left to Santuario, which has the last word against a signature.
 */
final class PlainSignature {
  private static final Map<String, SignatureAlgorithm> METHODS =
      Map.of(
          Algorithms.ECDSA_SHA_256, SignatureAlgorithm.ES256,
          Algorithms.RSA_SHA_256, SignatureAlgorithm.RS256);

  private PlainSignature() {}

  /**
   * Whether the signature is of this shape and good.
   *
   * @param signature one that {@link Shape} has let pass
   * @param key strong, and of the kind that the method is for
   */
  static boolean isGood(Element signature, PublicKey key) {
    try {
      return holds(signature, key);
    } catch (GaveUp | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean holds(Element signature, PublicKey key) {
    List<Element> children = elements(signature);
    List<Element> parts = children.isEmpty() ? List.of() : elements(children.getFirst());
    if (children.size() < 2 || children.size() > 3 || parts.size() != 3) {
      return false;
    }
    if (children.size() == 3) {
      expect(children.get(2), "KeyInfo");
    }
    Element info = expect(children.get(0), "SignedInfo");
    expect(parts.get(0), "CanonicalizationMethod", Algorithms.EXCLUSIVE);
    Element reference = expect(parts.get(2), "Reference");
    SignatureAlgorithm algorithm = METHODS.get(parts.get(1).getAttribute("Algorithm"));
    if (algorithm == null
        || !SignatureAlgorithm.of(key).equals(Optional.of(algorithm))
        || !elements(expect(parts.get(1), "SignatureMethod")).isEmpty()) {
      return false;
    }
    byte[] value = base64(expect(children.get(1), "SignatureValue"));
    byte[] signed = CanonicalTree.bytes(info, null).orElseThrow(GaveUp::new);
    return isDigest(reference, signature) && algorithm.verify(key, signed, value);
  }

  private static boolean isDigest(Element reference, Element signature) {
    List<Element> parts = elements(reference);
    if (parts.size() != 3 || !"".equals(reference.getAttribute("URI"))) {
      return false;
    }
    List<Element> transforms = elements(expect(parts.get(0), "Transforms"));
    if (transforms.size() != 2) {
      return false;
    }
    expect(transforms.get(0), "Transform", Algorithms.ENVELOPED);
    expect(transforms.get(1), "Transform", Algorithms.EXCLUSIVE);
    expect(parts.get(1), "DigestMethod", Algorithms.SHA_256);
    byte[] said = base64(expect(parts.get(2), "DigestValue"));
    byte[] covered =
        CanonicalTree.bytes(signature.getOwnerDocument(), signature).orElseThrow(GaveUp::new);
    return MessageDigest.isEqual(said, Base64.getDecoder().decode(Canonical.digest(covered)));
  }

  private static Element expect(Element element, String name) {
    if (!Names.is(element, Names.DS, name)) {
      throw new GaveUp();
    }
    return element;
  }

  /** An element without parameters inside. */
  private static void expect(Element element, String name, String algorithm) {
    expect(element, name);
    if (!algorithm.equals(element.getAttribute("Algorithm")) || !elements(element).isEmpty()) {
      throw new GaveUp();
    }
  }

  private static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static byte[] base64(Element element) {
    if (!elements(element).isEmpty()) {
      throw new GaveUp();
    }
    return Base64.getMimeDecoder().decode(element.getTextContent());
  }
}
