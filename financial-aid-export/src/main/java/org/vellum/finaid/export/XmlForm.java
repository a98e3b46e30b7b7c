package org.vellum.finaid.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML by {@code ntpx-1.0.xsd}: an element for each record, with an element for each value. */
final class XmlForm implements RecordForm {
  static final String NAMESPACE = "urn:vellum:ntpx:1.0";

  private final Entity entity;
  private final OutputStream out;
  private final RecordText text;
  private final XMLStreamWriter xml;

  XmlForm(Entity entity, OutputStream out) throws IOException {
    this.entity = entity;
    this.out = out;
    this.text = new RecordText(out);
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement(entity.element() + "s");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeCharacters("\n");
      send();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void write(ExportRecord exported) throws IOException {
    try {
      xml.writeStartElement(entity.element());
      List<Column> columns = entity.columns();
      for (int i = 0; i < columns.size(); i++) {
        String value = exported.text(i);
        if (!value.isEmpty()) {
          xml.writeStartElement(columns.get(i).element());
          xml.writeCharacters(value);
          xml.writeEndElement();
        }
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      send();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void send() throws IOException, XMLStreamException {
    xml.flush();
    text.send();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void end() throws IOException {
    try {
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      send();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
