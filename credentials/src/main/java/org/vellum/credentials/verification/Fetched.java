package org.vellum.credentials.verification;

/** What came of fetching a document. */
public sealed interface Fetched {

  /**
   * The document.
   *
   * @param body its bytes
   * @param mediaType its media type as the server named it
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
  record Found(byte[] body, String mediaType) implements Fetched {}

  /**
   * Its server says that there is no such document.
   *
   * @param why a sentence for people
   */
  record Missing(String why) implements Fetched {}

  /**
   * Its server did not answer, or not in time, or with too much.
   *
   * @param why a sentence for people
   */
  record Unreachable(String why) implements Fetched {}
}
