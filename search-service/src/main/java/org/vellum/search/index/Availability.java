package org.vellum.search.index;

/** When somebody could begin. */
public enum Availability {
  NOW("now"),
  SOON("within three months"),
  LATER("later, but wants to hear of offers");

  private final String words;

  Availability(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }
}
