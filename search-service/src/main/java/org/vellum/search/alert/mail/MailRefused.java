package org.vellum.search.alert.mail;

/** A letter was not taken; the message is a sentence for whoever asked for it. */
public final class MailRefused extends Exception {
  private static final long serialVersionUID = 1L;

  MailRefused(String why, Throwable cause) {
    super(why, cause);
  }

  /** Why, in a sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
