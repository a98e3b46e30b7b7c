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
   * Its server says that there was such a document, and that it is gone on purpose (RFC 9110,
   * section 15.5.11). Open Badges 2.0 revokes hosted badges so.
   *
   * @param why a sentence for people
   */
  record Gone(String why) implements Fetched {}

  /**
   * Its server did not answer, or not in time, or with too much.
   *
   * @param why a sentence for people
   */
  record Unreachable(String why) implements Fetched {}
}
