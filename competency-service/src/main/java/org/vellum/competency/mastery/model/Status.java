package org.vellum.competency.mastery.model;

/** How far a learner has come on one competency. */
public enum Status {
  /** Nothing was handed in. */
  NOT_ATTEMPTED("not attempted"),
  /** Something was handed in, and nothing of it is graded yet. */
  ATTEMPTED("attempted"),
  /** There are results, and none goes as far as is asked; or some of its parts are mastered. */
  IN_PROGRESS("in progress"),
  /** A result goes as far as is asked, and the policy asks for more than one. */
  DEMONSTRATED("demonstrated"),
  /** The policy is met. */
  MASTERED("mastered");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** The word for people. */
  public String word() {
    return word;
  }
}
