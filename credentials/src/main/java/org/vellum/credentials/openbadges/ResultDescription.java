package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.WireForm;

/**
 * What results are possible and what they mean (Open Badges 3.0, ResultDescription).
 *
 * @param id what {@link Result#resultDescription} points to
 * @param name its name
 * @param resultType what kind of result, such as LetterGrade or RubricCriterionLevel
 * @param requiredLevel the id of the level that had to be reached
 * @param requiredValue the value that had to be reached
 * @param valueMax the highest value
 * @param valueMin the lowest value
 * @param alignment where the result stands in a framework
 * @param allowedValue the possible values, the lowest first
 * @param rubricCriterionLevel the levels of the rubric, the lowest first
 * @param assessment how it is assessed (Badge Extensions for Education 2.0)
 */
public record ResultDescription(
    String id,
    String name,
    String resultType,
    @Nullable String requiredLevel,
    @Nullable String requiredValue,
    @Nullable String valueMax,
    @Nullable String valueMin,
    List<Alignment> alignment,
    List<String> allowedValue,
    List<RubricCriterionLevel> rubricCriterionLevel,
    @Nullable Assessment assessment)
    implements WireForm {

  /** Checks what the standard requires. */
  public ResultDescription {
    Vocabulary.requireAbsolute("ResultDescription.id", id);
    Vocabulary.requireText("ResultDescription.name", name);
    Vocabulary.require("ResultDescription.resultType", resultType, Vocabulary.RESULT_TYPES);
    alignment = List.copyOf(alignment);
    allowedValue = List.copyOf(allowedValue);
    rubricCriterionLevel = List.copyOf(rubricCriterionLevel);
  }

  /** Starts with what is required. */
  public static Builder builder(String id, String name, String resultType) {
    return new Builder(id, name, resultType);
  }

  private List<String> types() {
    return assessment == null
        ? List.of("ResultDescription")
        : List.of("ResultDescription", "AssessmentResultDescription");
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("id", id)
        .strings("type", types())
        .list("alignment", alignment)
        .strings("allowedValue", allowedValue)
        .put("name", name)
        .put("requiredLevel", requiredLevel)
        .put("requiredValue", requiredValue)
        .put("resultType", resultType)
        .list("rubricCriterionLevel", rubricCriterionLevel)
        .put("valueMax", valueMax)
        .put("valueMin", valueMin)
        .all(assessment)
        .node();
  }

  /** Collects what a ResultDescription may also say. */
  public static final class Builder {
    private final String id;
    private final String name;
    private final String resultType;
    private @Nullable String requiredLevel;
    private @Nullable String requiredValue;
    private @Nullable String valueMax;
    private @Nullable String valueMin;
    private List<Alignment> alignment = List.of();
    private List<String> allowedValue = List.of();
    private List<RubricCriterionLevel> rubricCriterionLevel = List.of();
    private @Nullable Assessment assessment;

    private Builder(String id, String name, String resultType) {
      this.id = id;
      this.name = name;
      this.resultType = resultType;
    }

    /** Sets the id of the level that had to be reached; null leaves it out. */
    public Builder requiredLevel(@Nullable String value) {
      this.requiredLevel = value;
      return this;
    }

    /** Sets the value that had to be reached; null leaves it out. */
    public Builder requiredValue(@Nullable String value) {
      this.requiredValue = value;
      return this;
    }

    /** Sets the highest value; null leaves it out. */
    public Builder valueMax(@Nullable String value) {
      this.valueMax = value;
      return this;
    }

    /** Sets the lowest value; null leaves it out. */
    public Builder valueMin(@Nullable String value) {
      this.valueMin = value;
      return this;
    }

    /** Sets where the result stands in a framework. */
    public Builder alignment(List<Alignment> values) {
      this.alignment = values;
      return this;
    }

    /** Sets the possible values, the lowest first. */
    public Builder allowedValue(List<String> values) {
      this.allowedValue = values;
      return this;
    }

    /** Sets the levels of the rubric, the lowest first. */
    public Builder rubricCriterionLevel(List<RubricCriterionLevel> values) {
      this.rubricCriterionLevel = values;
      return this;
    }

    /** Sets how it is assessed (Badge Extensions for Education 2.0); null leaves it out. */
    public Builder assessment(@Nullable Assessment value) {
      this.assessment = value;
      return this;
    }

    /** The finished ResultDescription. */
    public ResultDescription build() {
      return new ResultDescription(
          id,
          name,
          resultType,
          requiredLevel,
          requiredValue,
          valueMax,
          valueMin,
          alignment,
          allowedValue,
          rubricCriterionLevel,
          assessment);
    }
  }
}
