package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.Results.aResult;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.testsupport.WaysToTheDatabase;

/** Results that come one by one from many senders at once, over a real database. */
@Timeout(120)
class SingleResultsTest {
  private static final int SENDERS = 8;
  private static final int EACH = 30;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);
  private final SingleResults results = fixture.singleResults();

  @BeforeEach
  void founded() {
    fixture.found();
  }

  /** What became of those of each sender, in their order. */
  private List<List<Recorded>> sentAtOnce(Sending sending) throws Exception {
    List<List<Recorded>> all = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<List<Recorded>>> running = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        int number = sender;
        running.add(
            senders.submit(() -> {
              List<Recorded> recorded = new ArrayList<>();
              for (int i = 0; i < EACH; i++) {
                recorded.add(sending.send(number, i));
              }
              return recorded;
            }));
      }
      for (Future<List<Recorded>> each : running) {
        all.add(each.get());
      }
    }
    return all;
  }

  @FunctionalInterface
  private interface Sending {
    Recorded send(int sender, int number);
  }

  private static Instant after(int seconds) {
    return Instant.parse("2026-05-03T10:00:00Z").plusSeconds(seconds);
  }

  @Test
  void each_is_stored_and_answered_whatever_comes_beside_it() throws Exception {
    List<List<Recorded>> recorded =
        sentAtOnce((sender, number) -> {
          Results one = aResult().called(sender + "-" + number).of(sender % 2 == 0 ? "ada" : "bea");
          return results.record(
              switch (number % 10) {
                case 3 -> one.of("nobody").sent();
                case 7 -> one.scoring("11").sent();
                default -> one.sent();
              });
        });

    for (List<Recorded> each : recorded) {
      for (int number = 0; number < EACH; number++) {
        assertThat(each.get(number))
            .isInstanceOf(
                switch (number % 10) {
                  case 3 -> Recorded.UnknownLearner.class;
                  case 7 -> Recorded.OutOfScale.class;
                  default -> Recorded.Stored.class;
                });
      }
    }
    assertThat(fixture.facts()).isEqualTo(SENDERS * EACH * 8 / 10);
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    assertThat(fixture.announcedResults()).isEqualTo(SENDERS * EACH * 8 / 10);
    assertThat(fixture.events().stream().filter("AttainmentRecorded"::equals))
        .as("each of the two learners has it once")
        .hasSize(2);
  }

  /** The turns with what is known, the rules with what stands, the facts with their events. */
  @Test
  void many_take_as_few_ways_to_the_database_as_one() {
    WaysToTheDatabase ways = WaysToTheDatabase.of(fixture.jdbi);
    fixture.recordArrived.record(arrived("first"));
    ways.taken();
    fixture.recordArrived.record(arrived("second"));
    assertThat(ways.taken()).isBetween(1, 3);
    assertThat(fixture.facts()).isEqualTo(40);
  }

  private static List<Arrived> arrived(String name) {
    return IntStream.range(0, 20)
        .mapToObj(i -> new Arrived(aResult().called(name + i).scoring("0").sent(), false))
        .toList();
  }

  @Test
  void states_of_one_result_are_stored_one_after_another() throws Exception {
    List<List<Recorded>> recorded =
        sentAtOnce((sender, number) ->
            results.record(aResult().modifiedAt(after(SENDERS * number + sender)).sent()));

    long stored =
        recorded.stream().flatMap(List::stream).filter(Recorded.Stored.class::isInstance).count();
    assertThat(fixture.facts()).isEqualTo((int) stored);
    assertThat(recorded.stream().flatMap(List::stream))
        .allMatch(each -> each instanceof Recorded.Stored || each instanceof Recorded.Stale);
    assertThat(fixture.results.inForce(ADA))
        .singleElement()
        .extracting(fact -> fact.modifiedAt())
        .isEqualTo(after(SENDERS * EACH - 1));
  }

  @Test
  void where_only_what_is_newer_is_taken_the_same_is_known_and_the_older_is_stale()
      throws Exception {
    results.recordNewer(aResult().called("one").modifiedAt(after(9)).sent());
    List<List<Recorded>> recorded =
        sentAtOnce((sender, number) ->
            results.recordNewer(
                number % 2 == 0
                    ? aResult().called("one").modifiedAt(after(9)).sent()
                    : aResult().called("one").modifiedAt(after(sender)).scoring("7").sent()));

    for (List<Recorded> each : recorded) {
      for (int number = 0; number < EACH; number++) {
        assertThat(each.get(number))
            .isInstanceOf(number % 2 == 0 ? Recorded.AlreadyKnown.class : Recorded.Stale.class);
      }
    }
    assertThat(fixture.facts()).isEqualTo(1);
  }
}
