package org.vellum.credentials.pesc;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Fault;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.StreamedElement;
import org.w3c.dom.Document;

/**
 * Reads batches of any length, item by item: a faulty one is told of and passed over. What is not
 * well-formed ends the batch, as XML 1.0 (section 1.2, fatal error) has it; what was read before
 * stays read.
 */
public final class BatchReader {
  private static final String CONTENT = "BatchContent";

  private final long mostCharacters;
  private final Consumer<BatchItem> each;
  private final Map<String, String> namespaces = new HashMap<>();
  private int number;

  private BatchReader(long mostCharacters, Consumer<BatchItem> each) {
    this.mostCharacters = mostCharacters;
    this.each = each;
  }

  /**
   * Reads a batch.
   *
   * @param in not closed
   * @param each gets every item, in order
   * @return how many items there were
   */
  public static int read(InputStream in, Consumer<BatchItem> each) {
    return read(in, HardenedXml.DEFAULT_BYTES, each);
  }

  /**
   * Reads a batch within a bound.
   *
   * @param in not closed
   * @param mostCharacters of one item
   * @param each gets every item, in order
   * @return how many items there were
   */
  public static int read(InputStream in, long mostCharacters, Consumer<BatchItem> each) {
    BatchReader reader = new BatchReader(mostCharacters, each);
    XMLInputFactory factory = HardenedXml.streams();
    // A single text may be longer than memory; it is taken in pieces, and counted.
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      reader.batch(factory.createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      reader.fault("not-xml", e.getLocation(), "not well-formed XML; what follows is not read");
    }
    return reader.number;
  }

  private void batch(XMLStreamReader reader) throws XMLStreamException {
    boolean root = true;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        fault("dtd", reader.getLocation(), "a document type declaration, which is not read");
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT && root) {
        if (!isBatch(reader)) {
          fault("not-a-batch", reader.getLocation(), "not a batch of academic records");
          return;
        }
        declared(reader, namespaces);
        root = false;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        part(reader);
      }
    }
  }

  private static boolean isBatch(XMLStreamReader reader) {
    return reader.getLocalName().equals(Pesc.BATCH)
        && String.valueOf(reader.getNamespaceURI()).startsWith(Pesc.MESSAGE + Pesc.BATCH + ":v");
  }

  /** The envelope is passed over; it says nothing of any learner. */
  private void part(XMLStreamReader reader) throws XMLStreamException {
    if (!reader.getLocalName().equals(CONTENT)) {
      StreamedElement.read(reader, Map.of(), 0);
      return;
    }
    Map<String, String> inside = new HashMap<>(namespaces);
    declared(reader, inside);
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        item(reader, inside);
      }
    }
  }

  private void item(XMLStreamReader reader, Map<String, String> inside) throws XMLStreamException {
    Location location = reader.getLocation();
    String begins = place(location);
    Document document = StreamedElement.read(reader, inside, mostCharacters);
    if (document == null) {
      fault("too-much", begins, "longer than " + mostCharacters + " characters");
      return;
    }
    if (!PescRecords.isTranscript(document.getDocumentElement())) {
      fault("not-a-transcript", begins, "something else than a College Transcript");
      return;
    }
    BatchItem item;
    try {
      item = new BatchItem.Transcript(number + 1, document, PescRecords.read(document));
    } catch (IllegalArgumentException e) {
      fault("unreadable", begins, String.valueOf(e.getMessage()));
      return;
    }
    number++;
    each.accept(item);
  }

  private static void declared(XMLStreamReader reader, Map<String, String> into) {
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = reader.getNamespacePrefix(i);
      String uri = reader.getNamespaceURI(i);
      into.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
    }
  }

  private void fault(String code, @Nullable Location location, String message) {
    fault(code, location == null ? "1:1" : place(location), message);
  }

  private void fault(String code, String place, String message) {
    number++;
    each.accept(new BatchItem.Faulty(number, new Fault(code, place, message)));
  }

  private static String place(Location location) {
    return Math.max(1, location.getLineNumber()) + ":" + Math.max(1, location.getColumnNumber());
  }
}
