package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.Mapping.Kind;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class RejectedResultsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private static final RejectedResults.Filter OPEN = all("open");

  private final EvaluationFixture fixture = new EvaluationFixture(database);

  @BeforeEach
  void founded() {
    fixture.found();
  }

  private static RejectedResults.Filter all(String state) {
    return new RejectedResults.Filter(state, Optional.empty(), Optional.empty());
  }

  private List<Rejection> open() {
    return fixture.rejected.list(OPEN, 100, 0);
  }

  private static Mapping meaning(Kind kind, String identifier, String meant) {
    return new Mapping("lms", kind, identifier, meant);
  }

  @Test
  void a_refused_result_is_kept_once_however_often_it_comes() throws Exception {
    fixture.record(aResult().of("s-9"));
    fixture.record(aResult().of("s-9").scoring("8"));
    fixture.record(aResult().called("result-2").scoring("11"));

    assertThat(open()).hasSize(2);
    Rejection unknown =
        open().stream()
            .filter(each -> each.sourcedId().equals("result-1"))
            .findFirst()
            .orElseThrow();
    assertThat(unknown.times()).isEqualTo(2);
    assertThat(unknown.sentence()).isEqualTo("The roster knows no learner “s-9”.");
    assertThat(unknown.sent()).isEqualTo(aResult().of("s-9").scoring("8").sent());
    assertThat(fixture.rejected.count(OPEN))
        .isEqualTo(Map.of("out-of-scale", 1, "unknown-learner", 1));
    assertThat(fixture.facts()).isZero();
  }

  @Test
  void what_an_identifier_means_can_be_said_and_the_result_is_stored_and_judged() throws Exception {
    fixture.record(aResult().of("s-9").on("quiz-7"));

    assertThat(fixture.map(meaning(Kind.LEARNER, "s-9", "ada")))
        .isInstanceOf(MapIdentifier.Result.Mapped.class);
    assertThat(fixture.replay(open().getFirst().id()))
        .contains(new Recorded.UnknownLineItem("quiz-7"));
    fixture.map(meaning(Kind.LINE_ITEM, "quiz-7", "lab"));
    List<UUID> waiting = fixture.rejected.naming(meaning(Kind.LINE_ITEM, "quiz-7", "lab"), 10);
    assertThat(waiting).hasSize(1);
    assertThat(fixture.replay(waiting.getFirst()).orElseThrow())
        .isInstanceOf(Recorded.Stored.class);

    assertThat(open()).isEmpty();
    assertThat(fixture.standing(ADA)).contains("Cleans data");
  }

  @Test
  void a_mapping_holds_for_what_comes_later_and_for_corrections() throws Exception {
    fixture.map(meaning(Kind.LEARNER, "s-9", "ada"));
    fixture.map(meaning(Kind.LINE_ITEM, "quiz-7", "lab"));
    Results sent = aResult().of("s-9").on("quiz-7");

    assertThat(fixture.record(sent)).isInstanceOf(Recorded.Stored.class);
    assertThat(fixture.record(sent.scoring("2").modifiedAt("2026-05-04T10:00:00Z")))
        .isInstanceOf(Recorded.Stored.class);
    assertThat(fixture.standing(ADA)).isEmpty();
    assertThat(open()).isEmpty();
  }

  @Test
  void a_mapping_of_one_source_means_nothing_to_another() throws Exception {
    fixture.map(new Mapping("sis", Kind.LEARNER, "s-9", "ada"));

    assertThat(fixture.record(aResult().of("s-9"))).isEqualTo(new Recorded.UnknownLearner("s-9"));
  }

  @Test
  void the_newest_mapping_holds_and_nothing_is_mapped_to_nobody() throws Exception {
    fixture.map(meaning(Kind.LEARNER, "s-9", "ada"));
    fixture.map(meaning(Kind.LEARNER, "s-9", "bea"));

    assertThat(fixture.map(meaning(Kind.LEARNER, "s-9", "nobody")))
        .isInstanceOf(MapIdentifier.Result.NotInRoster.class);
    fixture.record(aResult().of("s-9"));
    assertThat(fixture.standing(ADA)).isEmpty();
    assertThat(fixture.facts()).isOne();
  }

  @Test
  void a_result_that_is_sent_again_and_stored_leaves_the_list_by_itself() throws Exception {
    fixture.record(aResult().scoring("11"));
    assertThat(open()).hasSize(1);
    fixture.record(aResult().scoring("9"));

    assertThat(open()).isEmpty();
    fixture.record(aResult().scoring("12").modifiedAt("2026-05-05T10:00:00Z"));
    assertThat(open()).singleElement().extracting(Rejection::times).isEqualTo(2);
  }

  @Test
  void what_is_older_than_what_is_known_is_settled_and_changes_nothing() throws Exception {
    fixture.record(aResult().of("s-9"));
    fixture.record(aResult().modifiedAt("2026-05-05T10:00:00Z"));
    assertThat(open()).isEmpty();
    assertThat(fixture.facts()).isOne();
  }

  @Test
  void one_that_is_set_aside_stays_so_until_it_is_taken_up_or_stored() throws Exception {
    fixture.record(aResult().of("s-9"));
    UUID id = open().getFirst().id();

    assertThat(fixture.rejected.put(id, "set aside")).isTrue();
    fixture.record(aResult().of("s-9"));
    assertThat(open()).isEmpty();
    assertThat(fixture.rejected.list(all("set aside"), 10, 0)).hasSize(1);
    assertThat(fixture.rejected.put(id, "open")).isTrue();
    assertThat(open()).hasSize(1);
    fixture.record(aResult());
    assertThat(fixture.rejected.put(id, "set aside")).isFalse();
    assertThat(fixture.replay(id)).isEmpty();
  }

  @Test
  void a_source_that_errs_without_end_fills_no_disk() throws Exception {
    fixture.execute(
        """
        insert into competency.rejected_result
        select gen_random_uuid(), 'lms', 'r' || n, '{}', 'unknown-learner', '', 'open', 1, now(), now()
          from generate_series(1, %d) as n
        """
            .formatted(RejectedResults.MOST));
    fixture.record(aResult().of("s-9"));

    assertThat(fixture.rejected.count(OPEN))
        .isEqualTo(Map.of("unknown-learner", RejectedResults.MOST));
  }
}
