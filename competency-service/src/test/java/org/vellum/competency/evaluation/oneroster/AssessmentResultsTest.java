package org.vellum.competency.evaluation.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.oneroster.GradebookContractTest.put;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Results of assessments that are part of no class (OneRoster 1.2, gradebook). */
class AssessmentResultsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture institution = new EvaluationFixture(database);
  private final GradebookFixture gradebook = new GradebookFixture(institution);

  @BeforeEach
  void founded() {
    institution.found();
  }

  @Test
  void a_result_of_an_assessment_without_a_class_is_a_fact_like_any_other() throws Exception {
    gradebook.call("PUT", "/assessmentLineItems/ali-1", put("assessmentLineItems"));
    gradebook.call("PUT", "/assessmentResults/ar-1", put("assessmentResults"));
    assertThat(institution.facts()).isEqualTo(1);
    gradebook.call("PUT", "/assessmentResults/ar-1", put("assessmentResults"));
    assertThat(institution.facts()).isEqualTo(1);
    assertThat(institution.standing(ADA)).isEmpty();

    assertThat(gradebook.get("/results").path("results")).isEmpty();
    assertThatThrownBy(() -> gradebook.call("DELETE", "/results/ar-1", ""))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNKNOWN_OBJECT));
    assertThat(
            gradebook
                .get("/assessmentResults/ar-1")
                .at("/assessmentResult/assessmentLineItem/href")
                .asText())
        .endsWith("/assessmentLineItems/ali-1");
  }

  @Test
  void an_assessment_line_item_does_not_take_the_name_of_a_line_item() throws Exception {
    String body = put("assessmentLineItems").replace("ali-1", "lab");
    assertThatThrownBy(() -> gradebook.call("PUT", "/assessmentLineItems/lab", body))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.description()).contains("lineItem already"));
  }

  @Test
  void the_score_of_an_objective_decides_and_not_that_of_the_assessment() throws Exception {
    gradebook.call("PUT", "/assessmentLineItems/ali-1", put("assessmentLineItems"));
    institution.execute(
        """
        insert into competency.evidence_rule (id, competency, line_item_sourced_id, threshold,
          effective_from) values (gen_random_uuid(), '%s', 'ali-1', 0.8, now())
        """
            .formatted(CLEANING));
    // On a scale of 1 to 10, 8 of the whole is less than 0.8 of the way, 9 of the objective more.
    gradebook.call("PUT", "/assessmentResults/ar-1", put("assessmentResults"));
    assertThat(institution.standing(ADA)).containsExactly("Cleans data");

    String corrected =
        put("assessmentResults")
            .replace("2026-05-03T10", "2026-05-03T11")
            .replace("\"score\": 9}", "\"score\": 8}")
            .replace("\"score\": 8,", "\"score\": 10,");
    gradebook.call("PUT", "/assessmentResults/ar-1", corrected);
    assertThat(institution.standing(ADA)).isEmpty();
  }
}
