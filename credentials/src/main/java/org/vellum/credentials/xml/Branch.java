package org.vellum.credentials.xml;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Grows an XML tree: children are added in the order in which they are to stand. */
public final class Branch {
  private final Element element;
  private final @Nullable String namespace;
  private final String prefix;

  private Branch(Element element, @Nullable String namespace, String prefix) {
    this.element = element;
    this.namespace = namespace;
    this.prefix = prefix;
  }

  /**
   * The document element of a new document.
   *
   * @param namespace the namespace of the document element
   * @param name the document element, with its prefix if it has one
   * @param children the namespace of what stands below it; null for none (unqualified)
   */
  public static Branch root(String namespace, String name, @Nullable String children) {
    Document document = HardenedXml.empty();
    Element root = document.createElementNS(namespace, name);
    document.appendChild(root);
    Branch branch = new Branch(root, children, "");
    int colon = name.indexOf(':');
    return branch.attribute(colon < 0 ? "xmlns" : "xmlns:" + name.substring(0, colon), namespace);
  }

  /** A new last child of an element that stands already, of a namespace with a prefix. */
  public static Branch in(Element place, String namespace, String prefix, String name) {
    return new Branch(place, null, "").foreign(namespace, prefix, name);
  }

  /** An element of another namespace, with a prefix that all below it carry too. */
  public Branch foreign(String foreignNamespace, String foreignPrefix, String name) {
    Element child =
        element.getOwnerDocument().createElementNS(foreignNamespace, foreignPrefix + ":" + name);
    element.appendChild(child);
    return new Branch(child, foreignNamespace, foreignPrefix + ":")
        .attribute("xmlns:" + foreignPrefix, foreignNamespace);
  }

  /** A new child, last. */
  public Branch child(String name) {
    Element child = element.getOwnerDocument().createElementNS(namespace, prefix + name);
    element.appendChild(child);
    return new Branch(child, namespace, prefix);
  }

  /** A child with this text; none if the text is null. */
  public Branch text(String name, @Nullable Object text) {
    if (text != null) {
      child(name).content(text.toString());
    }
    return this;
  }

  /** The text of this element. */
  public Branch content(String text) {
    element.appendChild(element.getOwnerDocument().createTextNode(XmlText.allowed(text)));
    return this;
  }

  /** An attribute; none if the value is null. */
  public Branch attribute(String name, @Nullable String value) {
    if (value != null && name.startsWith("xmlns")) {
      element.setAttributeNS("http://www.w3.org/2000/xmlns/", name, value);
    } else if (value != null && name.startsWith("xml:")) {
      element.setAttributeNS("http://www.w3.org/XML/1998/namespace", name, value);
    } else if (value != null) {
      element.setAttributeNS(null, name, XmlText.allowed(value));
    }
    return this;
  }

  /** Takes this element out of the tree again if it stayed empty. */
  public void pruneIfEmpty() {
    if (element.getFirstChild() == null) {
      element.getParentNode().removeChild(element);
    }
  }

  /** The element itself. */
  public Element element() {
    return element;
  }

  /** The document that it stands in. */
  public Document document() {
    return element.getOwnerDocument();
  }
}
