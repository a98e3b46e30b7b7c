package org.vellum.credentials.xml;

/**
 * One thing that is wrong with an XML document.
 *
 * @param code a stable name, such as {@code dtd} or {@code digest}
 * @param place {@code line:column} if the document could not be parsed, else an XPath
 * @param message a sentence for people, without the content of the document
 */
public record Fault(String code, String place, String message) {}
