package org.vellum.search.occupation;

/** A file that cannot be read at all; the message is a sentence for who sent it. */
final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableFile(String message) {
    super(message);
  }
}
