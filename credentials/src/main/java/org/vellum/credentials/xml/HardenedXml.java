package org.vellum.credentials.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import org.w3c.dom.Document;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Parses XML 1.0 of strangers: no document type, so no entities but the five predefined ones;
 * nothing is fetched; size, depth, attributes and names are bounded, and so is time, which grows
 * with the size alone. Safe for use by many threads.
 */
public final class HardenedXml {
  /** What a transcript with a PDF inside may need. */
  public static final int DEFAULT_BYTES = 20_000_000;

  /** Deeper than any transcript; the tree is walked by recursion. */
  static final int DEPTH = 200;

  private static final int ATTRIBUTES = 200;
  private static final int NAME = 1_000;

  /** Builders are dear to make and not to be shared. */
  private static final ThreadLocal<DocumentBuilder> BUILDERS =
      ThreadLocal.withInitial(HardenedXml::builder);

  private final int maxBytes;

  /** Reads documents of at most {@link #DEFAULT_BYTES}. */
  public HardenedXml() {
    this(DEFAULT_BYTES);
  }

  /**
   * Reads within a bound.
   *
   * @param maxBytes the largest document
   */
  public HardenedXml(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The document in the bytes, or why there is none. */
  public XmlRead read(byte[] bytes) {
    if (bytes.length > maxBytes) {
      return new XmlRead.TooMuch(
          new Fault("too-large", "1:1", "larger than " + maxBytes + " bytes"));
    }
    DocumentBuilder builder = BUILDERS.get();
    try {
      return new XmlRead.Parsed(builder.parse(new InputSource(new ByteArrayInputStream(bytes))));
    } catch (SAXParseException e) {
      return refused(String.valueOf(e.getMessage()), place(e));
    } catch (SAXException | IOException e) {
      return refused(String.valueOf(e.getMessage()), "1:1");
    }
  }

  /** A new empty document. */
  public static Document empty() {
    return BUILDERS.get().newDocument();
  }

  /** A pull parser that does not read document types and fetches nothing. */
  public static XMLInputFactory streams() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(DEPTH));
    factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(ATTRIBUTES));
    factory.setProperty("jdk.xml.maxXMLNameLimit", String.valueOf(NAME));
    return factory;
  }

  private static String place(SAXParseException e) {
    return Math.max(1, e.getLineNumber()) + ":" + Math.max(1, e.getColumnNumber());
  }

  /** The parser's own messages quote the document and speak of its settings: they are not shown. */
  private static XmlRead refused(String said, String place) {
    if (said.contains("DOCTYPE")) {
      return new XmlRead.Faulty(
          new Fault("dtd", place, "a document type declaration, which is not read"));
    }
    if (said.contains("JAXP0001")) {
      return new XmlRead.TooMuch(
          new Fault("too-much", place, "nested too deeply, or too many or too long names"));
    }
    return new XmlRead.Faulty(new Fault("not-xml", place, "not well-formed XML"));
  }

  private static DocumentBuilder builder() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEPTH));
      factory.setAttribute("jdk.xml.elementAttributeLimit", String.valueOf(ATTRIBUTES));
      factory.setAttribute("jdk.xml.maxXMLNameLimit", String.valueOf(NAME));
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(STRICT);
      builder.setEntityResolver(NOTHING);
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JDK cannot parse XML without harm", e);
    }
  }

  /** A last lock: with no document type there is nothing to resolve. */
  private static final EntityResolver NOTHING =
      (publicId, systemId) -> {
        throw new SAXException("an external entity");
      };

  private static final ErrorHandler STRICT =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) {
          // A warning of the parser is about its settings, not about the document.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
          throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
          throw e;
        }
      };
}
