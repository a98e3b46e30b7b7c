package org.vellum.credentials.xmldsig;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Fault;
import org.vellum.credentials.xml.Seen;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Looks at a signature before anything in it is followed: what it covers and by which algorithms.
 * Only what passes here is given to the library that verifies.
 */
final class Shape {
  private static final int CERTIFICATES = 10;

  private final Element root;
  private final List<Fault> wrong = new ArrayList<>();
  private final List<Fault> unknown = new ArrayList<>();
  private @Nullable Element signature;
  private @Nullable Element properties;

  private Shape(Element root) {
    this.root = root;
  }

  static Shape of(Document document) {
    Shape shape = new Shape(document.getDocumentElement());
    shape.find();
    return shape;
  }

  /** Reasons why the signature proves too little. */
  List<Fault> wrong() {
    return wrong;
  }

  /** Reasons why it cannot be checked. */
  List<Fault> unknown() {
    return unknown;
  }

  /** The document element. */
  Element root() {
    return root;
  }

  /** The signature; null if there is no single one. */
  @Nullable Element signature() {
    return signature;
  }

  /** The properties that the signature covers; null if there are none (plain XMLDSig). */
  @Nullable Element properties() {
    return properties;
  }

  private void find() {
    List<Element> all = Names.all(root, Names.DS, "Signature");
    List<Element> ofDocument = Names.children(root, Names.DS, "Signature");
    List<Element> candidates = ofDocument.isEmpty() ? all : ofDocument;
    if (candidates.isEmpty()) {
      wrong.add(fault("unsigned", root, "it carries no signature, so anybody may have made it"));
    } else if (candidates.size() > 1) {
      wrong.add(fault("several-signatures", root, "more than one signature for one document"));
    } else if (candidates.getFirst().isSameNode(root)) {
      wrong.add(fault("coverage", root, "the signature is not inside of what it signs"));
    } else {
      signature = candidates.getFirst();
      check(signature);
    }
  }

  private void check(Element found) {
    List<Element> infos = Names.children(found, Names.DS, "SignedInfo");
    boolean single = infos.size() == 1;
    if (!single || Names.children(found, Names.DS, "SignatureValue").size() != 1) {
      wrong.add(fault("structure", found, "not the parts that a signature has"));
      return;
    }
    Element info = infos.getFirst();
    String method = Names.algorithm(info, "SignatureMethod");
    algorithm(info, method, Algorithms.isGoodSignature(method));
    String canonicalization = Names.algorithm(info, "CanonicalizationMethod");
    algorithm(info, canonicalization, Algorithms.CANONICALIZATIONS.contains(canonicalization));
    if (Names.all(found, Names.DS, "X509Certificate").size() > CERTIFICATES) {
      unknown.add(fault("too-much", found, "more than " + CERTIFICATES + " certificates"));
    }
    references(found, info);
  }

  private void references(Element found, Element info) {
    int whole = 0;
    for (Element reference : Names.children(info, Names.DS, "Reference")) {
      String digest = Names.algorithm(reference, "DigestMethod");
      algorithm(reference, digest, Algorithms.DIGESTS.contains(digest));
      if (!reference.hasAttribute("URI")) {
        wrong.add(fault("coverage", reference, "a reference that does not say to what"));
      } else if (reference.getAttribute("URI").isEmpty()) {
        whole++;
        transforms(reference, true);
      } else {
        part(found, reference);
      }
    }
    if (whole != 1) {
      wrong.add(fault("coverage", info, "the signature must cover the whole document, and once"));
    }
    boolean qualified = !Names.all(found, Names.XADES, "QualifyingProperties").isEmpty();
    if (qualified && properties == null) {
      wrong.add(fault("unsigned-properties", found, "its properties are not signed"));
    }
  }

  /** Beside the document a signature may cover parts of itself, and nothing else. */
  private void part(Element found, Element reference) {
    String uri = reference.getAttribute("URI");
    if (!uri.startsWith("#") || uri.length() < 2 || uri.startsWith("#xpointer")) {
      wrong.add(fault("external-reference", reference, "it refers outside of the document"));
      return;
    }
    List<Element> named = new ArrayList<>();
    collect(root, uri.substring(1), named);
    if (named.size() != 1) {
      wrong.add(fault("ambiguous-id", reference, "not exactly one element has this Id"));
      return;
    }
    Element target = named.getFirst();
    boolean isProperties =
        Names.is(target, Names.XADES, "SignedProperties")
            && target.getParentNode().getParentNode().getParentNode().isSameNode(found);
    boolean isKey =
        Names.is(target, Names.DS, "KeyInfo") && target.getParentNode().isSameNode(found);
    if (!isProperties && !isKey) {
      wrong.add(fault("coverage", reference, "it covers a part of the document only"));
      return;
    }
    if (isProperties && !Names.SIGNED_PROPERTIES.equals(reference.getAttribute("Type"))) {
      wrong.add(fault("structure", reference, "signed properties without their Type"));
    }
    if (isProperties) {
      properties = target;
    }
    target.setIdAttributeNS(null, "Id", true);
    transforms(reference, false);
  }

  private void transforms(Element reference, boolean whole) {
    List<String> uris =
        Names.children(reference, Names.DS, "Transforms").stream()
            .flatMap(each -> Names.children(each, Names.DS, "Transform").stream())
            .map(each -> each.getAttribute("Algorithm"))
            .toList();
    List<String> rest = whole && !uris.isEmpty() ? uris.subList(1, uris.size()) : uris;
    boolean enveloped = !whole || (!uris.isEmpty() && uris.getFirst().equals(Algorithms.ENVELOPED));
    if (!enveloped || rest.size() > 1 || !Algorithms.CANONICALIZATIONS.containsAll(rest)) {
      wrong.add(
          fault("transform", reference, "a transform that may leave out what it is to cover"));
    }
  }

  private void algorithm(Element at, String uri, boolean good) {
    if (Algorithms.isWeak(uri)) {
      wrong.add(fault("weak-algorithm", at, "an algorithm that proves nothing any more"));
    } else if (!good) {
      unknown.add(fault("unknown-algorithm", at, "an algorithm that is not known here"));
    }
  }

  /** Whatever looks like an Id counts: another reader may take it for one. */
  private static void collect(Element from, String id, List<Element> into) {
    NamedNodeMap attributes = from.getAttributes();
    for (int each = 0; each < attributes.getLength(); each++) {
      Node attribute = attributes.item(each);
      String name = String.valueOf(attribute.getLocalName());
      if (name.equalsIgnoreCase("id") && id.equals(attribute.getNodeValue())) {
        into.add(from);
      }
    }
    Seen.elements(from).forEach(each -> collect(each, id, into));
  }

  static Fault fault(String code, Element place, String message) {
    return new Fault(code, Seen.place(place), message);
  }
}
