package org.vellum.finaid.export;

import java.io.ByteArrayOutputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML Schema of all entities: our own, in our own namespace. */
final class XmlSchemas {
  private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;

  private final XMLStreamWriter xml;

  private XmlSchemas(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static byte[] all() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      new XmlSchemas(xml).write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("xs", "schema", XSD);
    xml.writeNamespace("xs", XSD);
    xml.writeDefaultNamespace(XmlForm.NAMESPACE);
    xml.writeAttribute("targetNamespace", XmlForm.NAMESPACE);
    xml.writeAttribute("elementFormDefault", "qualified");
    xml.writeAttribute("version", Manifest.SCHEMA_VERSION);
    for (Entity entity : Entities.ALL) {
      xml.writeCharacters("\n");
      entity(entity);
    }
    xml.writeEndDocument();
    xml.writeCharacters("\n");
    xml.flush();
  }

  private void entity(Entity entity) throws XMLStreamException {
    start("element", "name", entity.element() + "s");
    start("complexType");
    start("sequence");
    start("element", "name", entity.element(), "minOccurs", "0", "maxOccurs", "unbounded");
    start("complexType");
    start("sequence");
    for (Column column : entity.columns()) {
      column(column);
    }
    for (int i = 0; i < 6; i++) {
      xml.writeEndElement();
    }
  }

  private void column(Column column) throws XMLStreamException {
    // A record that was taken back has no values of its own.
    boolean always = column.required() && Entity.isCommon(column);
    start("element", "name", column.element(), "minOccurs", always ? "1" : "0");
    start("annotation");
    start("documentation");
    xml.writeCharacters(column.description());
    xml.writeEndElement();
    xml.writeEndElement();
    start("simpleType");
    if (column.type() == ColumnType.CODES) {
      empty("list", "itemType", "xs:string");
    } else {
      start("restriction", "base", column.type().xsd());
      for (String code : column.codes()) {
        empty("enumeration", "value", code);
      }
      if (column.codes().isEmpty()) {
        empty("pattern", "value", column.type().pattern());
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement("xs", name, XSD);
    attributes(attributes);
  }

  private void empty(String name, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement("xs", name, XSD);
    attributes(attributes);
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }
}
