package org.vellum.credentials.xml;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Writes XML as UTF-8, every character as it is: what is signed must not be indented. */
public final class XmlOutput {
  private static final byte[] DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(US_ASCII);

  private static final ThreadLocal<Transformer> TRANSFORMERS =
      ThreadLocal.withInitial(XmlOutput::transformer);

  private XmlOutput() {}

  /** The whole document with an XML declaration. */
  public static byte[] bytes(Document document) {
    return write(document, DECLARATION);
  }

  /** One element with all that is in it, and the namespaces that it needs. */
  public static byte[] fragment(Node element) {
    return write(element, new byte[0]);
  }

  private static byte[] write(Node node, byte[] before) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    out.writeBytes(before);
    try {
      TRANSFORMERS.get().transform(new DOMSource(node), new StreamResult(out));
    } catch (TransformerException e) {
      throw new IllegalArgumentException("a tree that XML cannot write", e);
    }
    return out.toByteArray();
  }

  private static Transformer transformer() {
    TransformerFactory factory = TransformerFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      return transformer;
    } catch (TransformerException e) {
      throw new IllegalStateException("this JDK cannot write XML", e);
    }
  }
}
