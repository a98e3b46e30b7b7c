package org.vellum.credentials.xmldsig;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The namespaces of signatures, and finding elements in them. */
final class Names {
  static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  static final String DS11 = "http://www.w3.org/2009/xmldsig11#";
  static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
  static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";

  private Names() {}

  static boolean is(Element element, String namespace, String name) {
    return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
  }

  static List<Element> children(Element parent, String namespace, String name) {
    List<Element> found = new ArrayList<>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element child && is(child, namespace, name)) {
        found.add(child);
      }
    }
    return found;
  }

  /** Every element of a name in a tree, itself included, in document order. */
  static List<Element> all(Element from, String namespace, String name) {
    List<Element> found = new ArrayList<>();
    if (is(from, namespace, name)) {
      found.add(from);
    }
    var below = from.getElementsByTagNameNS(namespace, name);
    for (int each = 0; each < below.getLength(); each++) {
      found.add((Element) below.item(each));
    }
    return found;
  }

  static String algorithm(Element parent, String name) {
    List<Element> found = children(parent, DS, name);
    return found.isEmpty() ? "" : found.getFirst().getAttribute("Algorithm");
  }
}
