package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.PolicyFixture.PARENT;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Results taken in by batches, as files are: what stands is what single results leave behind. */
class ResultBatchesTest {
  private static final UUID BEA = UUID.fromString("01900000-0000-7000-8000-00000000000b");

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

  /** The same history of two learners, whose results have names of their own. */
  private static List<Results> ofTwo(List<Results> history) {
    return history.stream()
        .flatMap(result -> Stream.of(result, result.called(result.sourcedId() + "-bea").of("bea")))
        .toList();
  }

  private void recordOneByOne(List<Results> history) throws Exception {
    for (Results each : history) {
      fixture.record(each);
    }
  }

  /**
   * By batches of any size, none of which has two states of one result: as files are, or as results
   * are that come one by one at the same time.
   */
  private void recordInBatches(List<Results> history, Random random) throws Exception {
    List<SentResult> batch = new ArrayList<>();
    int most = 0;
    for (Results each : history) {
      boolean known = batch.stream().anyMatch(sent -> sent.sourcedId().equals(each.sourcedId()));
      if (known || batch.size() >= most) {
        if (random.nextBoolean()) {
          record(batch);
        } else {
          recordArrived(batch);
        }
        batch.clear();
        most = 1 + random.nextInt(12);
      }
      batch.add(each.sent());
    }
    record(batch);
  }

  private List<Recorded> record(List<SentResult> batch) throws Exception {
    return database.inTransaction(() -> fixture.recordResults().record(List.copyOf(batch), true));
  }

  private void recordArrived(List<SentResult> batch) {
    if (!batch.isEmpty()) {
      fixture.recordArrived.record(batch.stream().map(each -> new Arrived(each, false)).toList());
    }
  }

  private List<List<String>> since() {
    return List.of(Days.since(fixture, ADA), Days.since(fixture, BEA));
  }

  private void assertSame(List<Results> history, Random random) throws Exception {
    recordOneByOne(history);
    List<List<String>> oneByOne = since();
    assertThat(fixture.events()).contains("AttainmentRecorded");
    int announced = fixture.announcedResults();
    for (int order = 0; order < 2; order++) {
      database.empty("competency", "platform");
      policies.found();
      adoptAgain();
      recordInBatches(history, random);
      assertThat(since()).isEqualTo(oneByOne);
      if (order == 0) {
        assertThat(fixture.announcedResults())
            .as("a result is announced when it is stored")
            .isEqualTo(announced);
      }
      Collections.shuffle(history, random);
    }
  }

  private String adopted = "";

  private void adopt(String policy) throws Exception {
    adopted = policy;
    adoptAgain();
  }

  private void adoptAgain() throws Exception {
    if (!adopted.isEmpty()) {
      policies.adopt(CLEANING, "2026-05-01", adopted);
      policies.adopt(PARENT, "2026-05-01", "\"kind\": \"rollUp\", \"needed\": 1");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1})
  void batches_in_any_order_leave_what_single_results_leave(long seed) throws Exception {
    Random random = new Random(seed);
    assertSame(new ArrayList<>(ofTwo(ResultHistoriesTest.history(random))), random);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kind\": \"weightedAverage\", \"atLeast\": 2, \"threshold\": 0.7",
        "\"kind\": \"latest\", \"threshold\": 0.7",
        "\"kind\": \"bestOf\", \"count\": 2, \"threshold\": 0.6"
      })
  void so_they_do_under_policies_that_look_at_many(String policy) throws Exception {
    Random random = new Random(7);
    List<Results> history = ofTwo(PolicyResultHistoriesTest.history(random));
    adopt(policy);
    assertSame(new ArrayList<>(history), random);
  }

  @Test
  void none_is_stored_of_those_that_go_together_if_one_is_refused() throws Exception {
    SentResult good = aResult().called("a").scoring("9").sent();
    SentResult bad = aResult().called("b").scoring("11").sent();
    assertThat(allOrNone(List.of(good, bad)))
        .isInstanceOfSatisfying(
            RecordAllOrNone.Result.Refused.class,
            refused -> assertThat(refused.why()).containsOnlyKeys("b"));

    assertThat(fixture.facts()).isZero();
    assertThat(rejected()).hasSize(1);
    assertThat(allOrNone(List.of(good, aResult().called("b").scoring("7").sent())))
        .isEqualTo(new RecordAllOrNone.Result.Stored());
    assertThat(fixture.facts()).isEqualTo(2);
    assertThat(rejected()).isEmpty();
  }

  private RecordAllOrNone.Result allOrNone(List<SentResult> batch) throws Exception {
    return database.inTransaction(() -> fixture.recordAllOrNone().record(batch));
  }

  private List<Rejection> rejected() {
    return fixture.rejected.list(
        new RejectedResults.Filter("open", Optional.empty(), Optional.empty()), 9, 0);
  }

  @Test
  void a_result_of_a_batch_that_is_refused_leaves_the_others() throws Exception {
    List<Recorded> recorded =
        record(
            List.of(
                aResult().called("a").scoring("9").sent(),
                aResult().called("b").of("nobody").sent(),
                aResult().called("c").scoring("11").sent(),
                aResult().called("d").of("bea").scoring("3").sent()));

    assertThat(recorded)
        .hasExactlyElementsOfTypes(
            Recorded.Stored.class,
            Recorded.UnknownLearner.class,
            Recorded.OutOfScale.class,
            Recorded.Stored.class);
    assertThat(since()).containsExactly(List.of("Cleans data 2026-05-03"), List.of());
    assertThat(fixture.facts()).isEqualTo(2);
  }

  /** As with the first file of a source: statistics know nothing of it until a minute later. */
  @Test
  void what_is_known_of_a_source_is_not_read_for_each_of_its_results() throws Exception {
    fixture.record(aResult());
    fixture.execute(
        """
        insert into competency.evaluation_result
        select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
                 'source_system', 'other', 'sourced_id', n))).*
          from competency.evaluation_result r cross join generate_series(1, 2000) n
        """);
    fixture.execute("analyze competency.evaluation_result");
    List<SentResult> first = named("first", 300);
    record(first);

    assertThat(readBy(named("second", 100))).as("new results").isLessThan(5 * 100);
    assertThat(readBy(first.subList(0, 100))).as("results that are known").isLessThan(5 * 100);
  }

  private static List<SentResult> named(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> aResult().called(name + number).scoring("2").sent())
        .toList();
  }

  /** How many stored results are read to take these in. */
  private long readBy(List<SentResult> batch) throws Exception {
    return database.inTransaction(() -> {
      long before = fixture.read();
      fixture.recordResults().record(batch, true);
      return fixture.read() - before;
    });
  }
}
