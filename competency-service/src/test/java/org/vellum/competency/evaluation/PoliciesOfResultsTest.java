package org.vellum.competency.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.EvaluationFixture.FRAMEWORK;
import static org.vellum.competency.evaluation.PolicyFixture.MATCH;
import static org.vellum.competency.evaluation.PolicyFixture.PARENT;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.competency.mastery.Achievement;
import org.vellum.competency.mastery.policy.DecideOnPolicy;
import org.vellum.competency.mastery.policy.PolicyVersion;
import org.vellum.competency.mastery.policy.ProposePolicy;
import org.vellum.contracts.AttainmentRecorded;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class PoliciesOfResultsTest {
  private static final String MAY = "2026-05-01";

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

  private AttainmentRecorded lastAttainment() throws Exception {
    return Json.mapper()
        .readValue(fixture.lastEvent("AttainmentRecorded").orElseThrow(), AttainmentRecorded.class);
  }

  private List<String> reasons() {
    return fixture.achievements.list(ADA).stream().flatMap(each -> each.reason().stream()).toList();
  }

  private void twoOfThree() throws Exception {
    policies.adopt(
        CLEANING, MAY, "\"kind\": \"nOfM\", \"needed\": 2, \"of\": 3, \"level\": \"Proficient\"");
  }

  @Test
  void two_results_make_one_attainment_that_is_announced_with_both() throws Exception {
    twoOfThree();
    fixture.record(aResult().scoring("9"));
    assertThat(fixture.events()).doesNotContain("AttainmentRecorded");

    fixture.record(aResult().called("result-2").on("essay").scoring("7.5").scoredOn("2026-05-04"));

    AttainmentRecorded event = lastAttainment();
    assertThat(event.explanation())
        .isEqualTo("Mastered on 4 May 2026: two of two assessments at Proficient or above.");
    assertThat(event.evidence())
        .extracting(each -> each.lineItemTitle() + " " + each.score().toPlainString())
        .containsExactly("Data cleaning lab 9", "Essay 7.5");
    assertThat(event.attainedAt()).isEqualTo("2026-05-04T00:00:00Z");
  }

  @Test
  void a_correction_of_any_result_on_which_it_rests_ends_it_or_records_it_anew() throws Exception {
    twoOfThree();
    fixture.record(aResult().scoring("9"));
    fixture.record(aResult().called("result-2").on("essay").scoring("8").scoredOn("2026-05-04"));

    fixture.record(aResult().scoring("10").modifiedAt("2026-06-01T10:00:00Z"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    assertThat(lastAttainment().evidence().getFirst().score()).isEqualByComparingTo("10");

    fixture.record(aResult().scoring("2").modifiedAt("2026-06-02T10:00:00Z"));
    assertThat(fixture.standing(ADA)).isEmpty();
    assertThat(reasons())
        .containsExactlyInAnyOrder(
            "Recorded anew: the result in “Data cleaning lab” was corrected.",
            "Withdrawn: the result in “Data cleaning lab” was corrected, and its policy is not met"
                + " any more.");
  }

  @Test
  void a_result_of_before_that_comes_late_is_weighed_as_if_it_had_come_in_time() throws Exception {
    policies.adopt(
        CLEANING, MAY, "\"kind\": \"weightedAverage\", \"atLeast\": 1, \"threshold\": 0.8");
    fixture.record(aResult().scoring("9").scoredOn("2026-05-10"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");

    fixture.record(aResult().called("after").on("essay").scoring("0").scoredOn("2026-05-11"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");

    fixture.record(aResult().called("before").on("essay").scoring("2").scoredOn("2026-05-09"));
    assertThat(fixture.standing(ADA)).isEmpty();
    assertThat(reasons())
        .containsExactly(
            "Withdrawn: with the result in “Essay” of 9 May 2026 its policy is not met any more.");

    fixture.clear("lms", "before");
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void parts_and_matches_roll_up_in_the_same_transaction_and_fall_together() throws Exception {
    policies.adopt(PARENT, MAY, "\"kind\": \"rollUp\"");
    policies.adoptElsewhere(MATCH, MAY, "\"kind\": \"exactMatch\"");
    fixture.record(aResult().scoring("9"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");

    fixture.record(aResult().called("exam-1").on("exam").scoring("95").scoredOn("2026-05-07"));
    assertThat(fixture.standing(ADA))
        .containsExactly(
            "Cleans data", "Data practice", "Handles data", "Practises data", "Works with data");
    assertThat(fixture.achievements.list(ADA))
        .extracting(Achievement::explanation)
        .contains(
            "Mastered on 7 May 2026: all two of its parts were mastered.",
            "Mastered on 7 May 2026: what is an exact match of it was mastered.");
    assertThat(lastAttainment().evidence()).hasSize(2);

    fixture.record(aResult().scoring("8").modifiedAt("2026-06-01T10:00:00Z"));
    assertThat(fixture.standing(ADA)).hasSize(5);
    assertThat(lastAttainment().evidence())
        .anySatisfy(each -> assertThat(each.score()).isEqualByComparingTo("8"));

    fixture.record(aResult().scoring("1").modifiedAt("2026-06-02T10:00:00Z"));
    assertThat(fixture.standing(ADA)).containsExactly("Data practice", "Works with data");
    assertThat(reasons())
        .contains("Withdrawn: a competency on which it rests does not stand any more.");
  }

  @Test
  void what_is_mastered_by_its_match_does_not_carry_the_match_that_carries_it() throws Exception {
    policies.adopt(
        PARENT,
        MAY,
        "\"kind\": \"anyOf\", \"policies\": [{\"kind\": \"rollUp\", \"needed\": 1},"
            + " {\"kind\": \"exactMatch\"}]");
    policies.adoptElsewhere(MATCH, MAY, "\"kind\": \"exactMatch\"");
    fixture.record(aResult().scoring("9"));
    assertThat(fixture.standing(ADA))
        .containsExactly("Cleans data", "Handles data", "Practises data");

    fixture.clear("lms", "result-1");
    assertThat(fixture.standing(ADA)).isEmpty();
  }

  @Test
  void a_policy_that_asks_for_less_gives_what_results_of_before_reach() throws Exception {
    fixture.record(aResult().scoring("6"));
    assertThat(fixture.standing(ADA)).isEmpty();

    policies.adopt(CLEANING, MAY, "\"kind\": \"anyOne\", \"threshold\": 0.6");
    fixture.judgeAgain(
        Json.mapper().readValue(fixture.lastEvent("RulesBegun").orElseThrow(), RulesBegun.class),
        10);
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void a_policy_that_asks_for_more_takes_nothing_away_even_when_results_are_corrected()
      throws Exception {
    fixture.record(aResult().scoring("9"));
    twoOfThree();

    fixture.record(aResult().scoring("8").modifiedAt("2026-06-01T10:00:00Z"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    assertThat(lastAttainment().explanation()).contains("8 of 10");
  }

  @Test
  void a_roll_up_adopted_later_finds_the_parts_that_stand() throws Exception {
    fixture.record(aResult().scoring("9"));
    policies.adopt(PARENT, MAY, "\"kind\": \"rollUp\", \"needed\": 1");
    fixture.judgeAgain(
        Json.mapper().readValue(fixture.lastEvent("RulesBegun").orElseThrow(), RulesBegun.class),
        10);
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data", "Practises data");
  }

  @Test
  void a_policy_of_the_framework_holds_for_what_has_none_of_its_own() throws Exception {
    ProposePolicy.Result result =
        policies.propose(
            """
            {"from": "2026-05-01", "policy": {"version": 1, "kind": "bestOf", "count": 2,
             "threshold": 0.9}}
            """);
    PolicyVersion version = ((ProposePolicy.Result.Proposed) result).version();
    fixture.record(aResult().scoring("9"));
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
    fixture.clear("lms", "result-1");

    policies.decide(version.id(), PolicyVersion.State.ADOPTED);
    fixture.record(aResult().called("result-2").scoring("9"));
    assertThat(fixture.standing(ADA)).isEmpty();
    assertThat(policies.decide(version.id(), PolicyVersion.State.SET_ASIDE))
        .isInstanceOf(DecideOnPolicy.Result.DecidedBefore.class);
  }

  @Test
  void a_policy_of_a_day_to_come_is_begun_on_that_day_and_once() throws Exception {
    PolicyVersion version =
        policies.adopt(CLEANING, "2026-12-01", "\"kind\": \"anyOne\", \"threshold\": 0.6");
    assertThat(fixture.lastEvent("RulesBegun")).isEmpty();
    assertThat(policies.reach.of(version).lineItems()).containsExactlyInAnyOrder("lab", "essay");

    fixture.execute(
        "alter table competency.mastery_policy disable trigger user;"
            + " update competency.mastery_policy set starts_on = '2026-11-23';"
            + " alter table competency.mastery_policy enable trigger user");
    policies.begin.begin();
    policies.begin.begin();
    assertThat(fixture.events()).containsExactly("RulesBegun");
  }

  @Test
  void what_names_what_is_not_there_is_refused_with_its_place() throws Exception {
    assertThat(codes("{\"policy\": {\"version\": 1, \"kind\": \"rollUp\"}}"))
        .containsExactly("not-inherited");
    assertThat(
            codes(
                "{\"competency\": \""
                    + MATCH
                    + "\", \"policy\": {\"version\": 1, \"kind\":"
                    + " \"priorLearning\", \"category\": \"none\"}}"))
        .containsExactly("unknown-item", "unknown-category");
    assertThat(codes("{\"policy\": {\"version\": 1, \"kind\": \"moonPhase\"}}"))
        .containsExactly("kind-unknown");
    assertThat(
            codes(
                "{\"from\": \"2026-05-02\", \"to\": \"2026-05-02\", \"policy\": {\"version\": 1,"
                    + " \"kind\": \"anyOne\"}}"))
        .contains("period-empty");
  }

  private List<String> codes(String json) throws Exception {
    return policies.propose(json) instanceof ProposePolicy.Result.Refused(List<Finding> findings)
        ? findings.stream().map(Finding::code).toList()
        : List.of();
  }

  @Test
  void levels_are_shares_of_the_greatest_score() {
    assertThat(policies.levels.list(FRAMEWORK))
        .extracting(level -> level.name() + " " + level.share().toPlainString())
        .containsExactly("Advanced 1", "Proficient 0.75", "Beginning 0");
    assertThat(policies.timelines.of(CLEANING).isDefault()).isTrue();
    assertThat(Optional.of(policies.policies.list(FRAMEWORK, 10, 0))).contains(List.of());
  }
}
