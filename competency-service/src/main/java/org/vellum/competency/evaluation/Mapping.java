package org.vellum.competency.evaluation;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a source means by an identifier of its own.
 *
 * @param source the system that uses it
 * @param kind of what it is an identifier
 * @param identifier the source's identifier
 * @param meant {@code sourcedId} of the roster
 */
public record Mapping(String source, Kind kind, String identifier, String meant) {

  /** What has identifiers in a result. */
  public enum Kind {
    /** The learner whose result it is. */
    LEARNER("learner", "student", Recorded.UnknownLearner.REASON),
    /** What was evaluated. */
    LINE_ITEM("line item", "lineItem", Recorded.UnknownLineItem.REASON);

    private final String word;
    private final String member;
    private final String reason;

    Kind(String word, String member, String reason) {
      this.word = word;
      this.member = member;
      this.reason = reason;
    }

    /** The kind for a word. */
    public static Optional<Kind> find(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The kind that would mend what was refused for a reason. */
    static Optional<Kind> mending(String reason) {
      return Arrays.stream(values()).filter(kind -> kind.reason.equals(reason)).findFirst();
    }

    /** In one word. */
    public String word() {
      return word;
    }

    /** The identifier of this kind that a result has. */
    public String identifier(SentResult sent) {
      return this == LEARNER ? sent.student() : sent.lineItem();
    }

    String member() {
      return member;
    }

    String reason() {
      return reason;
    }
  }
}
