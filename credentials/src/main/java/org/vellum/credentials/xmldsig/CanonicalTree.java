package org.vellum.credentials.xmldsig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Exclusive XML Canonicalization 1.0 without comments of a tree whose names know their namespaces
 * (sections 2 and 3). Gives up on what is no such tree, or where a namespace is not absolute;
 * Santuario, against which it is tested, says then what becomes of it.
 */
final class CanonicalTree {
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final Comparator<Attr> ORDER =
      Comparator.comparing((Attr each) -> Objects.requireNonNullElse(each.getNamespaceURI(), ""))
          .thenComparing(Attr::getLocalName);

  private final CanonicalText out = new CanonicalText();
  private final @Nullable Node without;
  private final List<Binding> declared = new ArrayList<>();
  private final List<Binding> written = new ArrayList<>();

  private record Binding(String prefix, String uri) {}

  private CanonicalTree(@Nullable Node without) {
    this.without = without;
  }

  /**
   * The canonical form of a document, or of an element in its place; empty if this class does not
   * know it.
   *
   * @param without a node that is left out (XMLDSig, section 6.6.4 Enveloped Signature Transform)
   */
  static Optional<byte[]> bytes(Node apex, @Nullable Node without) {
    CanonicalTree tree = new CanonicalTree(without);
    try {
      switch (apex.getNodeType()) {
        case Node.DOCUMENT_NODE -> tree.document(apex);
        case Node.ELEMENT_NODE -> {
          tree.declareAround(apex.getParentNode());
          tree.element((Element) apex);
        }
        default -> throw new GaveUp();
      }
      return Optional.of(tree.out.bytes());
    } catch (GaveUp e) {
      return Optional.empty();
    }
  }

  private void document(Node document) {
    for (Node each = document.getFirstChild(); each != null; each = each.getNextSibling()) {
      switch (each.getNodeType()) {
        case Node.ELEMENT_NODE -> element((Element) each);
        case Node.COMMENT_NODE -> {}
        default -> throw new GaveUp(); // instructions around the document are rare
      }
    }
  }

  private void declareAround(@Nullable Node around) {
    if (around instanceof Element element) {
      declareAround(element.getParentNode());
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        declareIfNamespace((Attr) attributes.item(i));
      }
    }
  }

  private void content(Node parent) {
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      switch (each.getNodeType()) {
        case Node.ELEMENT_NODE -> element((Element) each);
        case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> out.text(each.getNodeValue());
        case Node.PROCESSING_INSTRUCTION_NODE -> instruction(each);
        case Node.COMMENT_NODE -> {}
        default -> throw new GaveUp();
      }
    }
  }

  private void instruction(Node instruction) {
    String data = Objects.requireNonNullElse(instruction.getNodeValue(), "");
    if (data.indexOf('\r') >= 0) {
      throw new GaveUp();
    }
    out.write("<?" + instruction.getNodeName() + (data.isEmpty() ? "" : " " + data) + "?>");
  }

  private void element(Element element) {
    if (element.isSameNode(without)) {
      return;
    }
    int declaredBefore = declared.size();
    int writtenBefore = written.size();
    List<Attr> attributes = attributes(element);
    out.write('<');
    out.write(element.getNodeName());
    use(element);
    for (Attr attribute : attributes) {
      if (attribute.getPrefix() != null) {
        use(attribute);
      }
    }
    if (written.size() > writtenBefore + 1) {
      written.subList(writtenBefore, written.size()).sort(Comparator.comparing(Binding::prefix));
    }
    for (int i = writtenBefore; i < written.size(); i++) {
      Binding binding = written.get(i);
      out.write(binding.prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + binding.prefix + "=\"");
      out.value(binding.uri);
      out.write('"');
    }
    for (Attr attribute : attributes) {
      out.write(' ');
      out.write(attribute.getName());
      out.write("=\"");
      out.value(attribute.getValue());
      out.write('"');
    }
    out.write('>');
    content(element);
    out.write("</");
    out.write(element.getNodeName());
    out.write('>');
    forget(declared, declaredBefore);
    forget(written, writtenBefore);
  }

  /** Its attributes in order; its namespaces are declared. */
  private List<Attr> attributes(Element element) {
    NamedNodeMap all = element.getAttributes();
    if (all.getLength() == 0) {
      return List.of();
    }
    List<Attr> attributes = new ArrayList<>(all.getLength());
    for (int i = 0; i < all.getLength(); i++) {
      Attr attribute = (Attr) all.item(i);
      if (!declareIfNamespace(attribute)) {
        attributes.add(attribute);
      }
    }
    if (attributes.size() > 1) {
      attributes.sort(ORDER);
    }
    return attributes;
  }

  private boolean declareIfNamespace(Attr attribute) {
    String local = attribute.getLocalName();
    if (local == null) {
      throw new GaveUp();
    }
    if (!XMLNS.equals(attribute.getNamespaceURI())) {
      return false;
    }
    String uri = attribute.getValue();
    boolean isDefault = attribute.getPrefix() == null;
    boolean absolute =
        uri.startsWith("http://") || uri.startsWith("https://") || uri.startsWith("urn:");
    if (!absolute && !(isDefault && uri.isEmpty())) {
      throw new GaveUp();
    }
    declared.add(new Binding(isDefault ? "" : local, uri));
    return true;
  }

  /** Section 3, step 3: a prefix that is used is written where it is not around already. */
  private void use(Node name) {
    if (name.getLocalName() == null) {
      throw new GaveUp();
    }
    String prefix = Objects.requireNonNullElse(name.getPrefix(), "");
    if (prefix.equals("xml")) {
      return;
    }
    String uri = uri(declared, prefix);
    if (!uri.equals(Objects.requireNonNullElse(name.getNamespaceURI(), ""))) {
      throw new GaveUp(); // the tree says two things of one name
    }
    if (!uri.equals(uri(written, prefix))) {
      written.add(new Binding(prefix, uri));
    }
  }

  /** What a prefix stands for; empty for nothing. */
  private static String uri(List<Binding> bindings, String prefix) {
    for (int i = bindings.size() - 1; i >= 0; i--) {
      if (bindings.get(i).prefix.equals(prefix)) {
        return bindings.get(i).uri;
      }
    }
    return "";
  }

  private static void forget(List<Binding> bindings, int size) {
    while (bindings.size() > size) {
      bindings.removeLast();
    }
  }
}
