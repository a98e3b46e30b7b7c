package org.vellum.competency.progress;

import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.mastery.model.Status;

/**
 * How far a learner has come on one item of a framework.
 *
 * @param identifier identifier of the CFItem (CASE 1.1)
 * @param code its code, where it has one
 * @param statement its statement
 * @param level how far below the document it stands, from 1
 * @param status how far the learner has come
 * @param reached the highest level of the rubric that a result reaches, if there is one
 * @param explanation the same in one sentence
 */
public record Cell(
    UUID identifier,
    Optional<String> code,
    String statement,
    int level,
    Status status,
    Optional<String> reached,
    String explanation) {
  private static final int LABEL = 24;

  /** What it is called in little room. */
  public String label() {
    return shortened(code, statement);
  }

  static String shortened(Optional<String> code, String statement) {
    return code.orElseGet(() ->
        statement.codePointCount(0, statement.length()) > LABEL
            ? statement.substring(0, statement.offsetByCodePoints(0, LABEL - 1)) + "…"
            : statement);
  }

  /** The status as the class of a style. */
  public String style() {
    return styleOf(status);
  }

  static String styleOf(Status status) {
    return status.word().replace(' ', '-');
  }

  /** A shape for whoever does not see the colour: the fuller, the further. */
  public String shape() {
    return shapeOf(status);
  }

  static String shapeOf(Status status) {
    return switch (status) {
      case NOT_ATTEMPTED -> "·";
      case ATTEMPTED -> "○";
      case IN_PROGRESS -> "◔";
      case DEMONSTRATED -> "◑";
      case MASTERED -> "●";
    };
  }
}
