package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.Results.aResult;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Requests that arrive at the same time. */
class ResultsAtOnceTest {
  private static final int THREADS = 8;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);

  @BeforeEach
  void founded() {
    fixture.found();
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    }
  }

  @Test
  void the_same_result_sent_by_many_at_once_is_one_fact() throws Exception {
    List<Callable<Recorded>> tasks = new ArrayList<>();
    for (int i = 0; i < 4 * THREADS; i++) {
      tasks.add(() -> fixture.record(aResult()));
    }
    assertThat(atOnce(tasks)).filteredOn(Recorded.Stored.class::isInstance).hasSize(1);
    assertThat(fixture.facts()).isEqualTo(1);
    assertThat(fixture.events()).containsExactly("AttainmentRecorded");
  }

  @Test
  void corrections_at_once_make_one_line_of_which_the_newest_is_in_force() throws Exception {
    Instant start = Instant.parse("2026-05-03T10:00:00Z");
    List<Callable<Recorded>> tasks = new ArrayList<>();
    for (int i = 0; i < 4 * THREADS; i++) {
      Results result = aResult().scoring("" + i % 11).modifiedAt(start.plusSeconds(i));
      tasks.add(() -> fixture.record(result));
    }
    atOnce(tasks);
    assertThat(fixture.results.inForce(ADA))
        .singleElement()
        .satisfies(
            fact -> assertThat(fact.modifiedAt()).isEqualTo(start.plusSeconds(4L * THREADS - 1)));
  }

  @Test
  void many_results_for_one_competency_at_once_attain_it_once() throws Exception {
    List<Callable<Recorded>> tasks = new ArrayList<>();
    for (int i = 0; i < 4 * THREADS; i++) {
      Results result = aResult().called("result-" + i).on(i % 2 == 0 ? "lab" : "essay");
      tasks.add(() -> fixture.record(result));
    }
    assertThat(atOnce(tasks)).allMatch(Recorded.Stored.class::isInstance);
    assertThat(fixture.events()).containsExactly("AttainmentRecorded");
    assertThat(fixture.standing(ADA)).hasSize(1);
  }
}
