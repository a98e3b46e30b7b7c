package org.vellum.credentials.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What came of reading JSON. */
public sealed interface JsonRead {

  /**
   * An object.
   *
   * @param object the object
   * @param unusualEncoding how it was encoded if not in plain UTF-8, else empty
   */
  record Parsed(ObjectNode object, String unusualEncoding) implements JsonRead {}

  /**
   * It is not JSON, or not one object.
   *
   * @param code a stable name of the fault
   * @param place line and column, {@code 3:14}
   * @param message a sentence without the content
   */
  record Faulty(String code, String place, String message) implements JsonRead {}

  /**
   * It is larger or deeper than is read here.
   *
   * @param code a stable name of the bound
   * @param place line and column, or empty
   * @param message a sentence without the content
   */
  record TooMuch(String code, String place, String message) implements JsonRead {}
}
