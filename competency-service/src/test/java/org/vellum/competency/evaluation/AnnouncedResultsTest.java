package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.Results.aResult;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.contracts.ResultRecorded;
import org.vellum.contracts.ResultRecorded.Standing;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class AnnouncedResultsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);

  @BeforeEach
  void founded() {
    fixture.found();
  }

  private ResultRecorded last() throws Exception {
    return Json.mapper()
        .readValue(fixture.lastEvent("ResultRecorded").orElseThrow(), ResultRecorded.class);
  }

  @Test
  void a_result_is_announced_with_the_day_on_which_the_learner_worked() throws Exception {
    fixture.record(aResult());

    assertThat(last().learner()).isEqualTo(ADA);
    assertThat(last().result()).endsWith("/result-1");
    assertThat(last().scoreDate()).isEqualTo(LocalDate.parse("2026-05-03"));
    assertThat(last().standing()).isIn(Standing.EVALUATED, Standing.PASSED);
  }

  @Test
  void a_result_that_is_taken_back_says_nothing_any_more() throws Exception {
    fixture.record(aResult());
    fixture.clear("lms", "result-1");

    assertThat(last().standing()).isEqualTo(Standing.NONE);
  }
}
