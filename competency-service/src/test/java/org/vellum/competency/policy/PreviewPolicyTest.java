package org.vellum.competency.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.EvaluationFixture.CLOCK;
import static org.vellum.competency.evaluation.EvaluationFixture.FRAMEWORK;
import static org.vellum.competency.evaluation.PolicyFixture.MATCH;
import static org.vellum.competency.evaluation.PolicyFixture.PARENT;
import static org.vellum.competency.evaluation.Results.aResult;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.catalogue.Catalogue;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.PolicyFixture;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkContents;
import org.vellum.competency.framework.FrameworkOutline;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.Rendered;
import org.vellum.competency.mastery.Parts;
import org.vellum.competency.mastery.Rulebook;
import org.vellum.competency.mastery.policy.PolicyVersion;
import org.vellum.competency.mastery.policy.ProposePolicy;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class PreviewPolicyTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private static final UUID BEA = UUID.fromString("01900000-0000-7000-8000-00000000000b");

  private final EvaluationFixture fixture = new EvaluationFixture(database);
  private final PolicyFixture policies = new PolicyFixture(fixture);
  private final PreviewPolicy preview =
      new PreviewPolicy(
          policies.reach,
          policies.policies,
          policies.timelines,
          new Rulebook(new Catalogue(fixture.jdbi)),
          new Parts(fixture.jdbi),
          fixture.achievements,
          fixture.results,
          new FollowGains(
              new Parts(fixture.jdbi),
              policies.timelines,
              new Rulebook(new Catalogue(fixture.jdbi))),
          CLOCK);
  private final PolicyPages pages =
      new PolicyPages(
          policies.policies,
          preview,
          policies.levels,
          new FrameworkOutline(new FrameworkContents(fixture.jdbi)),
          new Roster(fixture.jdbi));

  @BeforeEach
  void founded() {
    policies.found();
  }

  private PolicyVersion proposed(UUID competency, String from, String policy) throws Exception {
    ProposePolicy.Result result =
        policies.propose(
            """
            {"competency": "%s", "from": "%s", "policy": {"version": 1, %s}}
            """
                .formatted(competency, from, policy));
    return ((ProposePolicy.Result.Proposed) result).version();
  }

  private Framework framework() {
    return new Frameworks(fixture.jdbi).find(FRAMEWORK, Audience.EVERYONE).orElseThrow();
  }

  @Test
  void who_would_attain_and_who_keeps_are_told_before_anything_changes() throws Exception {
    fixture.record(aResult().scoring("9"));
    fixture.record(aResult().called("result-b").of("bea").scoring("6"));
    PolicyVersion stricter =
        proposed(CLEANING, "2026-05-01", "\"kind\": \"bestOf\", \"count\": 2, \"threshold\": 0.8");
    PolicyVersion easier =
        proposed(CLEANING, "2026-12-24", "\"kind\": \"anyOne\", \"threshold\": 0.5");

    assertThat(preview.preview(stricter, Optional.empty(), 10).affected())
        .extracting(PreviewPolicy.Affected::learner, PreviewPolicy.Affected::gains)
        .containsExactly(tuple(ADA, false));
    assertThat(preview.preview(easier, Optional.empty(), 10).affected())
        .extracting(
            PreviewPolicy.Affected::learner,
            PreviewPolicy.Affected::gains,
            PreviewPolicy.Affected::explanation)
        .containsExactly(
            tuple(
                BEA,
                true,
                "Mastered on 24 December 2026: 6 of 10 in “Data cleaning lab”, 50 % needed."));
    assertThat(fixture.standing(BEA)).isEmpty();
    assertThat(policies.timelines.of(CLEANING).isDefault()).isTrue();

    policies.decide(stricter.id(), PolicyVersion.State.ADOPTED);
    assertThat(fixture.standing(ADA)).containsExactly("Cleans data");
  }

  @Test
  void a_preview_comes_in_parts_and_a_roll_up_finds_its_parts() throws Exception {
    fixture.record(aResult().scoring("9"));
    fixture.record(aResult().called("result-b").of("bea").scoring("9"));
    PolicyVersion rollUp = proposed(PARENT, "2026-05-01", "\"kind\": \"rollUp\", \"needed\": 1");

    PreviewPolicy.Part first = preview.preview(rollUp, Optional.empty(), 1);
    PreviewPolicy.Part second = preview.preview(rollUp, first.next(), 1);
    PreviewPolicy.Part last = preview.preview(rollUp, second.next(), 1);

    assertThat(first.affected()).extracting(PreviewPolicy.Affected::learner).containsExactly(ADA);
    assertThat(second.affected()).extracting(PreviewPolicy.Affected::learner).containsExactly(BEA);
    assertThat(last.judged()).isZero();
    assertThat(last.next()).isEmpty();
  }

  @Test
  void what_would_follow_for_parents_and_their_matches_is_told_as_it_happens() throws Exception {
    fixture.record(aResult().scoring("6"));
    policies.adopt(PARENT, "2026-05-01", "\"kind\": \"rollUp\", \"needed\": 1");
    policies.adoptElsewhere(MATCH, "2026-05-01", "\"kind\": \"exactMatch\"");
    PolicyVersion easier =
        proposed(CLEANING, "2026-05-01", "\"kind\": \"anyOne\", \"threshold\": 0.5");

    assertThat(preview.preview(easier, Optional.empty(), 10).affected())
        .extracting(PreviewPolicy.Affected::competency, PreviewPolicy.Affected::gains)
        .containsExactly(tuple(CLEANING, true), tuple(PARENT, true), tuple(MATCH, true));
    assertThat(fixture.standing(ADA)).isEmpty();
  }

  @Test
  void the_pages_tell_the_policy_in_words_and_escape_names() throws Exception {
    assertThat(Rendered.html(pages.list(framework(), 0, "", true)))
        .contains("There is none.", "Propose a version", "<option>Proficient</option>", "DC.1")
        .doesNotContain("<option>Beginning");
    fixture.record(aResult().scoring("9"));
    PolicyVersion version =
        proposed(
            CLEANING,
            "2026-05-01",
            "\"kind\": \"nOfM\", \"needed\": 2, \"of\": 3, \"level\": \"Proficient\"");

    assertThat(Rendered.html(pages.list(framework(), 0, "", false)))
        .contains("2 of the last 3 results at Proficient (75 %) or above.", "proposed")
        .doesNotContain("Propose a version");
    assertThat(Rendered.html(pages.preview(framework(), version, null)))
        .contains(
            "&lt;b&gt;Lovelace",
            "Nobody here would attain more",
            "keep what they have (1)",
            "/adopt",
            "name=\"csrf\"")
        .doesNotContain("<b>Lovelace");
    policies.decide(version.id(), PolicyVersion.State.SET_ASIDE);
    PolicyVersion decided = pages.find(FRAMEWORK, version.id()).orElseThrow();
    assertThat(Rendered.html(pages.preview(framework(), decided, null)))
        .contains("set aside")
        .doesNotContain("/adopt");
  }

  @Test
  void the_form_says_what_a_program_would() {
    Map<String, String> form = new HashMap<>();
    form.put("competency", CLEANING.toString());
    form.put("kind", "nOfM");
    form.put("needed", "2");
    form.put("of", "3");
    form.put("count", "9");
    form.put("percent", "82.5");
    form.put("level", "");
    form.put("orMatch", "true");
    form.put("priorCategory", "homework");
    form.put("from", "2026-05-01");

    assertThat(PolicyFields.json(form::get).toString())
        .isEqualTo(
            """
            {"competency":"%s","from":"2026-05-01","policy":{"kind":"anyOf","policies":[\
            {"kind":"nOfM","needed":2,"of":3,"threshold":0.825},{"kind":"exactMatch"},\
            {"kind":"priorLearning","category":"homework"}],"version":1}}\
            """
                .formatted(CLEANING));
  }
}
