package org.vellum.credentials.baking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSOutput;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An SVG picture as a tree. A document type is refused, and with it every entity; nothing outside
 * the bytes is ever read.
 */
final class SvgDocument {
  static final String SVG = "http://www.w3.org/2000/svg";
  private static final String DEPTH = "jdk.xml.maxElementDepth";

  private final Document document;

  private SvgDocument(Document document) {
    this.document = document;
  }

  static SvgDocument parse(byte[] image) throws DamagedImageException {
    if (image.length > Bounds.SVG_BYTES) {
      throw new DamagedImageException("too-large", "byte 0", "an SVG beyond the size read here");
    }
    try {
      DocumentBuilder builder = builder();
      Document document = builder.parse(new ByteArrayInputStream(image));
      Element root = document.getDocumentElement();
      if (!"svg".equals(root.getLocalName()) || !SVG.equals(root.getNamespaceURI())) {
        throw new DamagedImageException("not-svg", "1:1", "XML, but not an SVG picture");
      }
      return new SvgDocument(document);
    } catch (SAXParseException e) {
      throw refusal(e);
    } catch (SAXException | IOException e) {
      throw new DamagedImageException("not-xml", "1:1", "not well-formed XML");
    }
  }

  private static DamagedImageException refusal(SAXParseException e) {
    String place = Math.max(e.getLineNumber(), 1) + ":" + Math.max(e.getColumnNumber(), 1);
    String said = String.valueOf(e.getMessage());
    if (said.contains("DOCTYPE")) {
      return new DamagedImageException("doctype", place, "a document type is not read");
    }
    return said.contains("JAXP")
        ? new DamagedImageException("too-deep", place, "nested too deeply, or too much of it")
        : new DamagedImageException("not-xml", place, "not well-formed XML");
  }

  private static DocumentBuilder builder() {
    // The JDK's own parser, whatever else is on the class path: the limits are its own.
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute(DEPTH, Integer.toString(Bounds.SVG_DEPTH));
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      builder.setErrorHandler(new Strict());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser has these features", e);
    }
  }

  /** Every fault ends the parsing, and none is printed. */
  private static final class Strict extends DefaultHandler {
    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  Document tree() {
    return document;
  }

  /** All elements in the order of the document. */
  List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    @Nullable Node at = root();
    while (at != null) {
      if (at instanceof Element element) {
        elements.add(element);
      }
      at = following(at);
    }
    return elements;
  }

  /** The next node in the order of the document. */
  private static @Nullable Node following(Node node) {
    @Nullable Node next = node.getFirstChild();
    @Nullable Node at = node;
    while (next == null && at != null) {
      next = at.getNextSibling();
      at = at.getParentNode();
    }
    return next;
  }

  byte[] serialize() {
    DOMImplementationLS feature =
        (DOMImplementationLS) document.getImplementation().getFeature("LS", "3.0");
    LSSerializer serializer = feature.createLSSerializer();
    LSOutput output = feature.createLSOutput();
    output.setEncoding("UTF-8");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    output.setByteStream(out);
    serializer.write(document, output);
    return out.toByteArray();
  }
}
