package org.vellum.finaid.profile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements in elements; one without a text is left out. */
final class XmlTreeOutput implements ProfileOutput {
  private final OutputStream out;
  private final XMLStreamWriter xml;

  XmlTreeOutput(Path file, String root, String namespace) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement(root);
      if (!namespace.isEmpty()) {
        xml.writeDefaultNamespace(namespace);
      }
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      out.close();
      throw new IOException(e);
    }
  }

  @Override
  public void begin(MappingProfile.ProfileNode node, List<String> texts) throws IOException {
    try {
      xml.writeStartElement(node.element());
      for (int i = 0; i < texts.size(); i++) {
        if (!texts.get(i).isEmpty()) {
          xml.writeStartElement(node.columns().get(i).name());
          xml.writeCharacters(texts.get(i));
          xml.writeEndElement();
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void end(MappingProfile.ProfileNode node) throws IOException {
    try {
      xml.writeEndElement();
      xml.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public String fault(ProfileColumn column, String text) {
    return "";
  }

  @Override
  public void finish() throws IOException {
    try {
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
