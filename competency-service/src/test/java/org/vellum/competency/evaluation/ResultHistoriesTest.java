package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.EvaluationFixture.NOW;
import static org.vellum.competency.evaluation.EvaluationFixture.WHOLE;
import static org.vellum.competency.evaluation.EvaluationFixture.onLineItem;
import static org.vellum.competency.evaluation.Results.aResult;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Mastery;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Histories made up by chance from a seed: what must hold of all of them. */
class ResultHistoriesTest {
  private static final int LENGTH = 30;
  private static final List<String> LINE_ITEMS = List.of("lab", "essay", "exam");
  private static final List<String> STATUS =
      List.of("fully graded", "fully graded", "fully graded", "submitted", "exempt");
  private static final Map<String, List<Rule>> RULES =
      Map.of(
          "Cleans data", List.of(onLineItem("lab"), onLineItem("essay")),
          "Works with data", List.of(byExam(Subject.competency(WHOLE), "0.9")),
          "Data practice", List.of(byExam(Subject.course("course-1"), "0.7")));

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);

  @BeforeEach
  void founded() {
    fixture.found();
  }

  private static Rule byExam(Subject subject, String threshold) {
    return new Rule(
        subject,
        Optional.empty(),
        Optional.of("course-1"),
        Optional.of("final"),
        new BigDecimal(threshold),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Results of one learner, no two states of one result with the same date. */
  static List<Results> history(Random random) {
    List<Results> history = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      int which = random.nextInt(6);
      String lineItem = LINE_ITEMS.get(which % LINE_ITEMS.size());
      int most = lineItem.equals("exam") ? 100 : 10;
      Results result =
          aResult()
              .called("result-" + which)
              .on(lineItem)
              .status(STATUS.get(random.nextInt(STATUS.size())))
              .scoring(Integer.toString(most / 2 + random.nextInt(most / 2 + 1)))
              .scoredOn("2026-05-" + (10 + random.nextInt(20)))
              .modifiedAt(Instant.parse("2026-05-03T10:00:00Z").plusSeconds(i));
      Results shown =
          random.nextInt(4) == 0 && most == 10
              ? result.showing(CLEANING, Integer.toString(5 + random.nextInt(6)))
              : result;
      history.add(random.nextInt(8) == 0 ? shown.takenBack() : shown);
    }
    return history;
  }

  /** What stands, and since when, if the newest state of each result is all that was ever sent. */
  private static List<String> replayed(List<Fact> inForce) {
    return RULES.entrySet().stream()
        .flatMap(entry ->
            Mastery.decide(inForce, entry.getValue(), NOW)
                .map(met -> entry.getKey() + " " + met.day())
                .stream())
        .sorted()
        .toList();
  }

  private static Map<String, Instant> newest(List<Results> history) {
    Map<String, Instant> newest = new HashMap<>();
    history.forEach(result ->
        newest.merge(result.sourcedId(), result.modifiedAt(), (a, b) -> a.isAfter(b) ? a : b));
    return newest;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_replay_of_the_facts_gives_what_stands_at_every_step(long seed) throws Exception {
    for (Results result : history(new Random(seed))) {
      fixture.record(result);
      assertThat(Days.since(fixture, ADA)).isEqualTo(replayed(fixture.results.inForce(ADA)));
    }
    assertThat(fixture.events()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void the_outcome_is_decided_by_the_source_and_not_by_the_order_of_arrival(long seed)
      throws Exception {
    Random random = new Random(seed);
    List<Results> history = history(random);
    List<String> standing = null;
    for (int order = 0; order < 3; order++) {
      database.empty("platform", "competency");
      fixture.found();
      for (Results result : history) {
        fixture.record(result);
      }
      List<String> now = Days.since(fixture, ADA);
      assertThat(standing == null ? now : standing).isEqualTo(now);
      standing = now;
      for (Map.Entry<String, Instant> entry : newest(history).entrySet()) {
        assertThat(fixture.results.find("lms", entry.getKey()).orElseThrow().fact().modifiedAt())
            .isEqualTo(entry.getValue());
      }
      Collections.shuffle(history, random);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void sending_everything_twice_is_as_sending_it_once(long seed) throws Exception {
    Random random = new Random(seed);
    List<Results> history = history(random);
    List<Results> sent = new ArrayList<>();
    for (Results result : history) {
      fixture.record(result);
      sent.add(result);
      int facts = fixture.facts();
      List<String> events = fixture.events();
      Results again = sent.get(random.nextInt(sent.size()));
      assertThat(fixture.record(again))
          .isInstanceOfAny(Recorded.AlreadyKnown.class, Recorded.Stale.class);
      assertThat(fixture.record(result)).isInstanceOf(Recorded.AlreadyKnown.class);
      assertThat(fixture.facts()).isEqualTo(facts);
      assertThat(fixture.events()).isEqualTo(events);
    }
  }
}
