package org.vellum.competency.lti.tool;

/** A platform did not give what it was asked for; the message is half a sentence for a person. */
final class PlatformException extends Exception {
  private static final long serialVersionUID = 1L;

  PlatformException(String message) {
    super(message);
  }
}
