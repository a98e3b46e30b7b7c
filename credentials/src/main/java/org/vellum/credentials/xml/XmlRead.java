package org.vellum.credentials.xml;

import org.w3c.dom.Document;

/** What reading the bytes of an XML document gave. */
public sealed interface XmlRead {

  /**
   * A well-formed document without a document type declaration.
   *
   * @param document the tree, with namespaces
   */
  record Parsed(Document document) implements XmlRead {}

  /**
   * No document that may be looked at.
   *
   * @param fault what is wrong, and where
   */
  record Faulty(Fault fault) implements XmlRead {}

  /**
   * More than may be looked at: it says nothing of whether the document is good.
   *
   * @param fault which limit, and where it was reached
   */
  record TooMuch(Fault fault) implements XmlRead {}

  /**
   * The document.
   *
   * @throws IllegalArgumentException with a sentence for people if there is none
   */
  default Document get() {
    return switch (this) {
      case Parsed parsed -> parsed.document();
      case Faulty(Fault fault) ->
          throw new IllegalArgumentException(fault.message() + " at " + fault.place());
      case TooMuch(Fault fault) -> throw new IllegalArgumentException(fault.message());
    };
  }
}
