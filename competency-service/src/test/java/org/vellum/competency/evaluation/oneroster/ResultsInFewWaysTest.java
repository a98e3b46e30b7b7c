package org.vellum.competency.evaluation.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.oneroster.GradebookFixture.aResult;
import static org.vellum.competency.evaluation.oneroster.GradebookFixture.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.testsupport.WaysToTheDatabase;

/**
 * How often the database is asked for one result: the turn with what is known, the rules and
 * policies with what stands, the fact with its event. The commit comes on top.
 */
class ResultsInFewWaysTest {
  private static final int MOST = 3;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture institution = new EvaluationFixture(database);
  private final GradebookFixture gradebook = new GradebookFixture(institution);
  private final WaysToTheDatabase ways = WaysToTheDatabase.of(institution.jdbi);

  @BeforeEach
  void founded() throws Exception {
    institution.found();
    gradebook.putResult("result-1", aResult().toString());
    ways.taken();
  }

  private int put(String sourcedId, String modified) throws Exception {
    ObjectNode document = aResult();
    result(document).put("sourcedId", sourcedId).put("dateLastModified", modified).put("score", 0);
    gradebook.putResult(sourcedId, document.toString());
    return ways.taken();
  }

  @Test
  void a_result_takes_three_ways_to_the_database() throws Exception {
    assertThat(put("result-2", "2026-05-04T10:00:00Z")).isBetween(1, MOST);
    assertThat(institution.facts()).isEqualTo(2);
  }

  @Test
  void so_do_its_correction_and_one_that_is_sent_again_takes_one() throws Exception {
    put("result-2", "2026-05-04T10:00:00Z");
    assertThat(put("result-2", "2026-05-05T10:00:00Z")).isBetween(1, MOST);
    assertThat(put("result-2", "2026-05-04T10:00:00Z")).isEqualTo(1);
    assertThat(institution.facts()).isEqualTo(3);
  }
}
