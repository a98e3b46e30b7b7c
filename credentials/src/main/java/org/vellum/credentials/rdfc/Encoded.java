package org.vellum.credentials.rdfc;

import java.nio.charset.StandardCharsets;

/** An IRI as it stands in N-Quads, written once and put into many datasets. */
public final class Encoded {
  private final byte[] bytes;
  private final int hash;

  private Encoded(byte[] bytes) {
    this.bytes = bytes;
    this.hash = SecretHash.of(bytes, 0, bytes.length);
  }

  /** The IRI between its brackets. */
  public static Encoded iri(String iri) {
    return new Encoded(("<" + iri + "> ").getBytes(StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    return bytes;
  }

  int hash() {
    return hash;
  }
}
