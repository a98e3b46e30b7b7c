package org.vellum.credentials.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One element of a long stream as a document of its own, so that it can be read and its signature
 * verified as if it had come alone. Of the namespaces around it only those are taken over that it
 * uses: exclusive canonicalization sees no difference.
 */
public final class StreamedElement {
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  /** What an element weighs beside its characters, so that empty ones are not free. */
  private static final int ELEMENT = 50;

  private final XMLStreamReader reader;
  private final Map<String, String> around;
  private final long most;
  private final Document document = HardenedXml.empty();
  private final Deque<Set<String>> declared = new ArrayDeque<>();
  private Node place = document;
  private long weight;

  private StreamedElement(XMLStreamReader reader, Map<String, String> around, long most) {
    this.reader = reader;
    this.around = around;
    this.most = most;
  }

  /**
   * Reads the element at whose start the reader stands; afterwards it stands at its end.
   *
   * @param reader of {@link HardenedXml#streams}
   * @param around the namespaces in scope outside of the element, by prefix
   * @param most the characters that it may have; what is longer is passed over
   * @return null if it is longer
   * @throws XMLStreamException if the stream is not well-formed
   */
  public static @Nullable Document read(
      XMLStreamReader reader, Map<String, String> around, long most) throws XMLStreamException {
    return new StreamedElement(reader, new HashMap<>(around), most).read();
  }

  private @Nullable Document read() throws XMLStreamException {
    int depth = 0;
    do {
      switch (reader.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          start();
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          end();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
            text();
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> instruction();
        default -> {
          // A comment says nothing, and no canonicalization that is accepted covers it.
        }
      }
    } while (depth > 0 && reader.next() != XMLStreamConstants.END_DOCUMENT);
    return weight > most ? null : document;
  }

  private boolean isTooMuch(long more) {
    weight += more;
    return weight > most;
  }

  private void start() {
    if (isTooMuch(ELEMENT + reader.getLocalName().length())) {
      return;
    }
    String prefix = reader.getPrefix() == null ? "" : reader.getPrefix();
    String name = prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
    String uri = reader.getNamespaceURI();
    Element element = document.createElementNS(uri == null || uri.isEmpty() ? null : uri, name);
    place.appendChild(element);
    place = element;
    declared.push(new HashSet<>());
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String own = reader.getNamespacePrefix(i);
      declare(element, own == null ? "" : own, reader.getNamespaceURI(i));
    }
    inherit(prefix);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attribute(element, i);
    }
  }

  private void attribute(Element element, int index) {
    String value = reader.getAttributeValue(index);
    if (isTooMuch(value.length())) {
      return;
    }
    String prefix = reader.getAttributePrefix(index);
    String local = reader.getAttributeLocalName(index);
    if (prefix == null || prefix.isEmpty()) {
      element.setAttributeNS(null, local, value);
    } else {
      inherit(prefix);
      element.setAttributeNS(reader.getAttributeNamespace(index), prefix + ":" + local, value);
    }
  }

  private void declare(Element element, String prefix, @Nullable String uri) {
    String name = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
    element.setAttributeNS(XMLNS, name, uri == null ? "" : uri);
    declared.element().add(prefix);
  }

  /** A prefix that was declared outside is declared at the top. */
  private void inherit(String prefix) {
    String uri = around.get(prefix);
    boolean known = declared.stream().anyMatch(each -> each.contains(prefix));
    if (uri != null && !known) {
      String name = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
      document.getDocumentElement().setAttributeNS(XMLNS, name, uri);
      declared.getLast().add(prefix);
    }
  }

  private void end() {
    if (weight <= most) {
      place = place.getParentNode();
      declared.pop();
    }
  }

  private void text() {
    if (!isTooMuch(reader.getTextLength())) {
      place.appendChild(document.createTextNode(reader.getText()));
    }
  }

  private void instruction() {
    String data = reader.getPIData() == null ? "" : reader.getPIData();
    if (!isTooMuch(data.length() + ELEMENT)) {
      place.appendChild(document.createProcessingInstruction(reader.getPITarget(), data));
    }
  }
}
