package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.WireForm;

/**
 * How an achievement is assessed (Badge Extensions for Education 2.0, AssessmentResultDescription).
 * Its members are members of the {@link ResultDescription}. {@code evaluationMethod} is required
 * here because the published schema requires it, though the model of the extension does not.
 *
 * @param description what is assessed
 * @param assessmentType {@code Exam}, {@code Performance} or {@code Artifact}
 * @param assessmentOutput what comes of it, in a few words
 * @param hasGroupParticipation whether it takes two or more
 * @param hasGroupEvaluation whether they are scored together
 * @param evaluationMethod how it is scored
 * @param assessmentExample the address of an example
 * @param scoringMethodExampleDescription an example of how it is scored
 * @param assessmentEvaluation the address of studies of its reliability and validity
 */
public record Assessment(
    String description,
    String assessmentType,
    String assessmentOutput,
    boolean hasGroupParticipation,
    boolean hasGroupEvaluation,
    String evaluationMethod,
    @Nullable String assessmentExample,
    @Nullable String scoringMethodExampleDescription,
    @Nullable String assessmentEvaluation)
    implements WireForm {
  private static final Set<String> TYPES = Set.of("Exam", "Performance", "Artifact");

  /** Checks what the extension requires. */
  public Assessment {
    Vocabulary.requireText("Assessment.description", description);
    Vocabulary.requireText("Assessment.assessmentOutput", assessmentOutput);
    Vocabulary.requireText("Assessment.evaluationMethod", evaluationMethod);
    if (!TYPES.contains(assessmentType)) {
      throw new IllegalArgumentException("not a type of assessment: " + assessmentType);
    }
  }

  /**
   * Reads one.
   *
   * @param read what describes it, in Open Badges 3.0 or in the extension of 2.0
   * @param type the member that tells its type, which the two call otherwise
   * @throws IllegalArgumentException if it lacks what the extension requires
   */
  public static Assessment read(Lenient read, String type) {
    return new Assessment(
        read.text("description", ""),
        read.text(type, ""),
        read.text("assessmentOutput", ""),
        read.isTrue("hasGroupParticipation"),
        read.isTrue("hasGroupEvaluation"),
        read.text("evaluationMethod", ""),
        read.text("assessmentExample"),
        read.text("scoringMethodExampleDescription"),
        read.text("assessmentEvaluation"));
  }

  @Override
  public ObjectNode toJson() {
    return Fields.empty()
        .put("description", description)
        .put("assessmentType", assessmentType)
        .put("assessmentOutput", assessmentOutput)
        .put("hasGroupParticipation", hasGroupParticipation)
        .put("hasGroupEvaluation", hasGroupEvaluation)
        .put("evaluationMethod", evaluationMethod)
        .put("assessmentExample", assessmentExample)
        .put("scoringMethodExampleDescription", scoringMethodExampleDescription)
        .put("assessmentEvaluation", assessmentEvaluation)
        .node();
  }
}
