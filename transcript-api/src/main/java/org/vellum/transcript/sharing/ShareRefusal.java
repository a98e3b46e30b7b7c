package org.vellum.transcript.sharing;

/** Why no share was made, in the order in which a person would ask. */
public enum ShareRefusal {
  NOTHING_PUBLISHED("scope", "There is no published record to share yet."),
  NOTHING_CHOSEN("scope", "Choose at least one achievement, or share the whole record."),
  UNKNOWN_ACHIEVEMENT(
      "scope", "The record changed since this page was loaded: please choose again."),
  EXPIRY_NOT_IN_FUTURE("expires", "The last day must be in the future."),
  EXPIRY_TOO_LATE("expires", "A link lasts two years at most."),
  NOTE_TOO_LONG("note", "The note has at most 100 characters."),
  CODE_LENGTH("code", "An access code has 6 to 100 characters."),
  TOO_MANY("scope", "There are 100 links already: withdraw one first.");

  private final String field;
  private final String message;

  ShareRefusal(String field, String message) {
    this.field = field;
    this.message = message;
  }

  /** The field of the form to which it belongs. */
  public String field() {
    return field;
  }

  /** The reason in one sentence for the learner. */
  public String message() {
    return message;
  }
}
