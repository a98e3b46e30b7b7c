package org.vellum.search.vocabulary;

/** Why a skill answers to a text. */
public enum Likeness {
  /** It is called so, or it is what the address names. */
  SAME("the skill asked for"),
  /** It, or another label of it, is the very name of the skill that is asked for. */
  LABEL("is called just like the skill asked for"),
  /** The words stand in its name, its other labels, its code or its framework's title. */
  WORDS("holds the words asked for"),
  /** Its name holds something spelt nearly so. */
  SPELLING("is spelt nearly as asked for"),
  /** A framework associates it with a skill that answers. */
  CROSSWALK("is associated with the skill asked for by a framework");

  private final String words;

  Likeness(String words) {
    this.words = words;
  }

  /** In words, to follow the skill's name. */
  public String words() {
    return words;
  }
}
