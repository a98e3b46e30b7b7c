package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.platform.persistence.Plans;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class RecordResultTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);

  @BeforeEach
  void founded() {
    fixture.found();
  }

  private void refused(Results sent, Class<? extends Recorded> how) throws Exception {
    int before = fixture.facts();
    List<String> events = fixture.events();
    assertThat(fixture.record(sent)).isInstanceOf(how);
    assertThat(fixture.facts()).isEqualTo(before);
    assertThat(fixture.events()).isEqualTo(events);
  }

  @Test
  void a_stored_result_carries_the_line_item_as_it_was() throws Exception {
    assertThat(fixture.record(aResult().saying("Well done"))).isInstanceOf(Recorded.Stored.class);

    fixture.execute("update competency.line_item set title = 'Renamed', result_value_max = 20");
    assertThat(fixture.results.history(ADA))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.lineItem()).isEqualTo("Data cleaning lab");
          assertThat(entry.scaleMaximum()).isEqualByComparingTo("10");
          assertThat(entry.score().orElseThrow()).isEqualByComparingTo("9");
          assertThat(entry.comment()).contains("Well done");
          assertThat(entry.state()).isEqualTo("in force");
        });
  }

  @Test
  void an_unknown_learner_or_line_item_is_refused() throws Exception {
    refused(aResult().of("nobody"), Recorded.UnknownLearner.class);
    refused(aResult().on("nothing"), Recorded.UnknownLineItem.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0001", "-0.0001", "1e308", "-1e308"})
  void a_score_outside_of_the_scale_is_refused(String score) throws Exception {
    refused(aResult().scoring(score), Recorded.OutOfScale.class);
    refused(aResult().showing(CLEANING, score), Recorded.OutOfScale.class);
  }

  @Test
  void a_date_more_than_a_day_ahead_is_refused() throws Exception {
    refused(aResult().scoredOn("2026-11-25"), Recorded.ScoredInFuture.class);
    refused(aResult().modifiedAt("2026-11-24T12:00:01Z"), Recorded.ModifiedInFuture.class);
    assertThat(fixture.record(aResult().scoredOn("2026-11-24").modifiedAt("2026-11-24T12:00:00Z")))
        .isInstanceOf(Recorded.Stored.class);
  }

  @Test
  void sending_the_same_again_changes_nothing() throws Exception {
    fixture.record(aResult());
    refused(aResult(), Recorded.AlreadyKnown.class);
  }

  @Test
  void a_correction_supersedes_and_both_are_kept() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().scoring("8.5").modifiedAt("2026-05-04T10:00:00Z"));

    assertThat(fixture.results.history(ADA))
        .extracting(HistoryEntry::state)
        .containsExactlyInAnyOrder("in force", "corrected");
    assertThat(fixture.results.inForce(ADA))
        .singleElement()
        .satisfies(fact -> assertThat(fact.score().orElseThrow()).isEqualByComparingTo("8.5"));
  }

  @Test
  void what_is_older_than_what_is_known_is_stale() throws Exception {
    fixture.record(aResult());
    refused(aResult().scoring("1").modifiedAt("2026-05-03T09:59:59Z"), Recorded.Stale.class);
  }

  @Test
  void sending_again_what_was_corrected_since_changes_nothing() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().scoring("5").modifiedAt("2026-05-04T10:00:00Z"));
    refused(aResult(), Recorded.AlreadyKnown.class);
  }

  @Test
  void what_was_corrected_with_the_same_date_holds_again_only_with_a_newer_one() throws Exception {
    fixture.record(aResult());
    assertThat(fixture.record(aResult().scoring("2"))).isInstanceOf(Recorded.Stored.class);
    refused(aResult().scoring("2"), Recorded.AlreadyKnown.class);
    refused(aResult(), Recorded.Overtaken.class);
    assertThat(fixture.record(aResult().modifiedAt("2026-05-03T10:00:01Z")))
        .isInstanceOf(Recorded.Stored.class);
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    refused(aResult().scoring("2"), Recorded.AlreadyKnown.class);
  }

  @Test
  void what_was_taken_back_with_the_same_date_holds_again_only_with_a_newer_one() throws Exception {
    fixture.record(aResult());
    fixture.record(aResult().takenBack());
    refused(aResult(), Recorded.Overtaken.class);
    assertThat(fixture.record(aResult().modifiedAt("2026-05-03T10:00:01Z")))
        .isInstanceOf(Recorded.Stored.class);
  }

  @Test
  void a_result_does_not_pass_to_another_learner_or_line_item() throws Exception {
    fixture.record(aResult());
    refused(aResult().of("bea").modifiedAt("2026-05-04T10:00:00Z"), Recorded.Reassigned.class);
    refused(aResult().on("essay").modifiedAt("2026-05-04T10:00:00Z"), Recorded.Reassigned.class);
  }

  @Test
  void a_result_that_was_taken_back_comes_again_only_with_a_newer_date() throws Exception {
    fixture.record(aResult());
    assertThat(fixture.clear("lms", "result-1")).isTrue();
    assertThat(fixture.results.inForce(ADA)).isEmpty();
    refused(aResult(), Recorded.Stale.class);

    assertThat(fixture.record(aResult().modifiedAt("2026-11-23T12:00:01Z")))
        .isInstanceOf(Recorded.Stored.class);
    assertThat(fixture.results.inForce(ADA)).hasSize(1);
  }

  @Test
  void taking_back_is_a_fact_of_its_own_and_possible_once() throws Exception {
    fixture.record(aResult());

    assertThat(fixture.clear("another lms", "result-1")).isFalse();
    assertThat(fixture.clear("lms", "result-1")).isTrue();
    assertThat(fixture.clear("lms", "result-1")).isFalse();
    assertThat(fixture.results.history(ADA))
        .extracting(HistoryEntry::state)
        .containsExactlyInAnyOrder("taken back", "taking back");
  }

  @Test
  void two_sources_may_use_the_same_name() throws Exception {
    fixture.record(aResult());
    SentResult sent = aResult().scoring("3").sent();
    SentResult other =
        new SentResult(
            "another lms",
            sent.sourcedId(),
            sent.student(),
            sent.lineItem(),
            sent.scoreStatus(),
            sent.score(),
            sent.textScore(),
            sent.scoreDate(),
            sent.modifiedAt(),
            sent.comment(),
            sent.cleared(),
            sent.objectives(),
            sent.content());

    assertThat(fixture.record(other)).isInstanceOf(Recorded.Stored.class);
    assertThat(fixture.results.inForce(ADA)).hasSize(2);
  }

  @Test
  void the_database_refuses_to_change_or_remove_a_fact() throws Exception {
    fixture.record(aResult().showing(CLEANING, "9"));
    fixture.record(
        aResult().scoring("1").showing(CLEANING, "1").modifiedAt("2026-05-04T10:00:00Z"));

    for (String sql :
        List.of(
            "update competency.evaluation_result set score = 10",
            "delete from competency.result_objective",
            "truncate competency.evaluation_result cascade",
            "delete from competency.achievement",
            "delete from competency.achievement_withdrawal",
            "update competency.achievement set standing = true",
            "update competency.achievement set explanation = 'nothing'")) {
      assertThatThrownBy(() -> fixture.execute(sql)).as(sql).hasMessageContaining("rows of ");
    }
  }

  @Test
  void the_newest_of_a_thousand_states_is_found_without_a_look_at_the_others() throws Exception {
    fixture.record(aResult());
    fixture.execute(
        """
        insert into competency.evaluation_result
        select (jsonb_populate_record(r, jsonb_build_object('id', n.id, 'state', n.state,
                 'supersedes', coalesce(n.before, r.id), 'digest', '\\x' || n.state))).*
          from competency.evaluation_result r
         cross join (select id, state, lag(id) over (order by state) as before
                       from (select gen_random_uuid() as id, 1000 + g as state
                               from generate_series(1, 1000) g) s) n
        """);
    fixture.execute("analyze competency.evaluation_result");
    SentResult newer = aResult().scoring("8.5").modifiedAt("2026-05-04T10:00:00Z").sent();
    long read =
        database.inTransaction(() -> {
          long before = fixture.read();
          assertThat(new BatchTurns(fixture.jdbi, new Plans(fixture.jdbi)).take(newer).newest())
              .hasValueSatisfying(newest -> assertThat(newest.state()).isEqualTo(2_000));
          assertThat(fixture.results.find(newer.source(), newer.sourcedId())).isPresent();
          return fixture.read() - before;
        });
    assertThat(read).isBetween(1L, 30L);
    assertThat(fixture.record(newer)).isInstanceOf(Recorded.Stored.class);
  }
}
