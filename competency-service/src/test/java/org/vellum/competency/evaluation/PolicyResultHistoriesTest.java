package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.EvaluationFixture.NOW;
import static org.vellum.competency.evaluation.EvaluationFixture.onLineItem;
import static org.vellum.competency.evaluation.PolicyFixture.PARENT;
import static org.vellum.competency.evaluation.Results.aResult;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Question;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Histories of results under policies, made up by chance from a seed. */
class PolicyResultHistoriesTest {
  private static final int LENGTH = 18;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);
  private final PolicyFixture policies = new PolicyFixture(fixture);

  @BeforeEach
  void founded() {
    policies.found();
  }

  static List<Results> history(Random random) {
    List<Results> history = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      int which = random.nextInt(6);
      Results result =
          aResult()
              .called("result-" + which)
              .on(which % 2 == 0 ? "lab" : "essay")
              .status(random.nextInt(5) == 0 ? "submitted" : "fully graded")
              .scoring(Integer.toString(4 + random.nextInt(7)))
              .scoredOn(LocalDate.parse("2026-05-10").plusDays(random.nextInt(8)).toString())
              .modifiedAt(Instant.parse("2026-05-03T10:00:00Z").plusSeconds(i));
      history.add(random.nextInt(8) == 0 ? result.takenBack() : result);
    }
    return history;
  }

  private void adopt(String policy) throws Exception {
    policies.adopt(CLEANING, "2026-05-01", policy);
    policies.adopt(PARENT, "2026-05-01", "\"kind\": \"rollUp\", \"needed\": 1");
  }

  /** What stands, and since when, if the newest state of each result is all that was ever sent. */
  private List<String> replayed() {
    return Mastery.decide(
            new Question(
                Subject.competency(CLEANING),
                fixture.results.inForce(ADA),
                List.of(onLineItem("lab"), onLineItem("essay")),
                policies.timelines.of(CLEANING),
                List.of()),
            NOW)
        .map(met -> List.of("Cleans data " + met.day(), "Practises data " + met.day()))
        .orElse(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\": \"nOfM\", \"needed\": 2, \"of\": 3",
        "\"kind\": \"weightedAverage\", \"atLeast\": 2, \"threshold\": 0.7",
        "\"kind\": \"decay\", \"halfLife\": 2, \"atLeast\": 2, \"threshold\": 0.75",
        "\"kind\": \"latest\", \"threshold\": 0.9",
        "\"kind\": \"bestOf\", \"count\": 3, \"threshold\": 0.85"
      })
  void a_replay_of_the_facts_gives_what_stands_at_every_step(String policy) throws Exception {
    adopt(policy);
    int stood = 0;
    for (Results result : history(new Random(5))) {
      fixture.record(result);
      List<String> replayed = replayed();
      assertThat(Days.since(fixture, ADA)).isEqualTo(replayed);
      stood += replayed.isEmpty() ? 0 : 1;
    }
    assertThat(stood).isBetween(1, LENGTH - 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\": \"nOfM\", \"needed\": 2, \"of\": 3",
        "\"kind\": \"weightedAverage\", \"atLeast\": 2, \"threshold\": 0.7",
        "\"kind\": \"bestOf\", \"count\": 2, \"threshold\": 0.85"
      })
  void the_outcome_does_not_depend_on_the_order_of_arrival_nor_on_sending_again(String policy)
      throws Exception {
    Random random = new Random(7);
    List<Results> history = history(random);
    List<List<String>> outcomes = new ArrayList<>();
    for (int order = 0; order < 3; order++) {
      database.empty("platform", "competency");
      policies.found();
      adopt(policy);
      for (Results result : history) {
        fixture.record(result);
      }
      List<String> events = fixture.events();
      for (Results result : history) {
        fixture.record(result);
      }
      assertThat(fixture.events()).isEqualTo(events);
      outcomes.add(Days.since(fixture, ADA));
      Collections.shuffle(history, random);
    }
    assertThat(outcomes).containsOnly(outcomes.getFirst());
  }
}
