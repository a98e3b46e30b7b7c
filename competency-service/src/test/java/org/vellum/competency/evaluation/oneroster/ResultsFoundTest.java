package org.vellum.competency.evaluation.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.oneroster.GradebookFixture.aResult;
import static org.vellum.competency.evaluation.oneroster.GradebookFixture.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class ResultsFoundTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture institution = new EvaluationFixture(database);
  private final GradebookFixture gradebook = new GradebookFixture(institution);

  @Test
  void results_are_found_and_sorted_by_what_they_say() throws Exception {
    institution.found();
    gradebook.putResult("result-1", aResult().toString());
    ObjectNode other = aResult();
    result(other).put("sourcedId", "result-2").put("score", 3).put("late", "true");
    gradebook.putResult("result-2", other.toString());

    assertThat(found("filter=score>'5'")).containsExactly("result-1");
    assertThat(found("filter=late='true'")).containsExactly("result-2");
    assertThat(found("filter=student.sourcedId='ada'&sort=score"))
        .containsExactly("result-2", "result-1");
    assertThat(found("filter=lineItem='exam'")).isEmpty();
    assertThat(gradebook.get("/results/result-1?fields=score,student").path("result").size())
        .isEqualTo(2);
  }

  private List<String> found(String query) throws Exception {
    List<String> found = new ArrayList<>();
    gradebook
        .get("/results?" + query)
        .path("results")
        .forEach(each -> found.add(each.path("sourcedId").asText()));
    return found;
  }
}
