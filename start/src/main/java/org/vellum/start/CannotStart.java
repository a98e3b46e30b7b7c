package org.vellum.start;

/**
 * Vellum was not started, or has ended by itself; the message is one sentence for the person who
 * started it. It has no stack trace, which would tell that person nothing.
 */
public final class CannotStart extends Exception {

  private static final long serialVersionUID = 1L;

  CannotStart(String sentence) {
    super("Vellum cannot start: " + sentence, null, false, false);
  }
}
