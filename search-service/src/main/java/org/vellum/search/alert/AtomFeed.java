package org.vellum.search.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The feed of a saved search (RFC 4287): one entry for each who is new, with a pseudonym or the
 * name that they show, and a link. Feed readers keep what they read, so that nothing else is told.
 */
final class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final AlertLinks links;
  private final String author;

  AtomFeed(AlertLinks links, String author) {
    this.links = links;
    this.author = author;
  }

  /** The feed in XML. */
  byte[] of(SavedSearch search, String secret, List<NewMatch> news) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, UTF_8.name());
      xml.writeStartDocument(UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      text(xml, "id", "urn:uuid:" + search.id());
      text(xml, "title", search.name());
      text(
          xml,
          "updated",
          news.stream().map(NewMatch::foundAt).findFirst().orElse(search.createdAt()).toString());
      xml.writeStartElement("author");
      text(xml, "name", author);
      xml.writeEndElement();
      link(xml, "self", links.feed(secret));
      link(xml, "alternate", links.search(search.id()));
      for (NewMatch each : news) {
        entry(xml, search, each);
      }
      xml.writeEndDocument();
      xml.close();
      return out.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed is written to memory", e);
    }
  }

  private void entry(XMLStreamWriter xml, SavedSearch search, NewMatch match)
      throws XMLStreamException {
    UUID profile = match.person().profile();
    UUID id = UUID.nameUUIDFromBytes((search.id() + "/" + profile).getBytes(UTF_8));
    Instant at = match.foundAt();
    xml.writeStartElement("entry");
    text(xml, "id", "urn:uuid:" + id);
    text(xml, "title", match.person().name());
    text(xml, "updated", at.toString());
    text(xml, "published", at.toString());
    link(xml, "alternate", links.profile(profile));
    text(xml, "summary", "Somebody new answers to your search.");
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text.replaceAll("\\p{Cntrl}", " "));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, URI address)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address.toString());
  }
}
