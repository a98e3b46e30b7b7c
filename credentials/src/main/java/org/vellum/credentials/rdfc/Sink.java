package org.vellum.credentials.rdfc;

/** Where canonical N-Quads go: a hash, or memory. */
@FunctionalInterface
public interface Sink {
  /** Takes some bytes of an array, which is used again afterwards. */
  void write(byte[] bytes, int offset, int length);
}
