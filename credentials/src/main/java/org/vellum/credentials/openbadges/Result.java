package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * What the learner scored (Open Badges 3.0, Result).
 *
 * @param resultDescription the id of the {@link ResultDescription} that explains the value
 * @param value the score or grade, always as text
 * @param achievedLevel the id of the {@link RubricCriterionLevel} reached
 * @param status one of Completed, Enrolled, Failed, InProgress, OnHold, Provisional, Withdrew
 * @param alignment where the result stands in a framework
 */
public record Result(
    @Nullable String resultDescription,
    @Nullable String value,
    @Nullable String achievedLevel,
    @Nullable String status,
    List<Alignment> alignment)
    implements WireForm {

  /** Checks the status and the references. */
  public Result {
    if (resultDescription != null) {
      Vocabulary.requireAbsolute("Result.resultDescription", resultDescription);
    }
    if (achievedLevel != null) {
      Vocabulary.requireAbsolute("Result.achievedLevel", achievedLevel);
    }
    if (status != null && !Vocabulary.RESULT_STATUSES.contains(status)) {
      throw new IllegalArgumentException("Result.status is not of Open Badges 3.0: " + status);
    }
    alignment = List.copyOf(alignment);
  }

  /** A score or grade. */
  public static Result ofValue(String resultDescription, String value) {
    return new Result(resultDescription, value, null, null, List.of());
  }

  /** A level of a rubric. */
  public static Result ofLevel(String resultDescription, String achievedLevel) {
    return new Result(resultDescription, null, achievedLevel, null, List.of());
  }

  /** A status. */
  public static Result ofStatus(String resultDescription, String status) {
    return new Result(resultDescription, null, null, status, List.of());
  }

  @Override
  public ObjectNode toJson() {
    return Fields.typed("Result")
        .put("achievedLevel", achievedLevel)
        .list("alignment", alignment)
        .put("resultDescription", resultDescription)
        .put("status", status)
        .put("value", value)
        .node();
  }
}
