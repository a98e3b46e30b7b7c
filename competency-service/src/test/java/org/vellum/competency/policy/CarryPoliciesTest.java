package org.vellum.competency.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.EvaluationFixture.CLOCK;
import static org.vellum.competency.evaluation.EvaluationFixture.FRAMEWORK;
import static org.vellum.competency.evaluation.EvaluationFixture.WHOLE;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.evaluation.PolicyFixture;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.competency.mastery.model.Timeline;
import org.vellum.competency.mastery.policy.CarryPolicies;
import org.vellum.competency.mastery.policy.PolicyVersion;
import org.vellum.competency.mastery.policy.Replacements;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.time.Ids;
import org.vellum.testsupport.TestDatabase;

class CarryPoliciesTest {
  private static final UUID LATER = UUID.fromString("d3ad9128-4501-488f-8cef-cadb106930c6");
  private static final UUID CLEANS = UUID.fromString("a3ad9128-4501-488f-8cef-cadb106930c6");
  private static final UUID WORKS = UUID.fromString("b3ad9128-4501-488f-8cef-cadb106930c6");

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture fixture = new EvaluationFixture(database);
  private final PolicyFixture policies = new PolicyFixture(fixture);
  private final CarryPolicies carry =
      new CarryPolicies(
          policies.policies,
          new Replacements(fixture.jdbi),
          policies.begin,
          new AuditLog(fixture.jdbi, CLOCK, FrameworkFixture.PLATFORM),
          CLOCK,
          new Ids(CLOCK, new SecureRandom()));

  private int position;

  @BeforeEach
  void a_later_version_is_there() {
    policies.found();
    fixture.execute(
        """
        insert into competency.framework (identifier, uri, package_uri, title, creator, version,
          adoption_status, published_here, skeleton, received, fingerprint, sent, findings,
          imported_at, imported_by, changed_at)
          values ('%1$s', 'http://localhost/f3', 'http://localhost/p3', 'Framework', 'Uni', '3.0',
          'Implemented', true, '{}', '{}', '', '{}', '[]', now(), 'registrar', now())
        """
            .formatted(LATER));
    item(CLEANS);
    item(WORKS);
  }

  private void item(UUID id) {
    fixture.execute(
        """
        insert into competency.cf_item (identifier, framework, positions, uri, human_code,
          item_type, statement, received, fingerprint, sent)
          values ('%s', '%s', '{%d}', 'http://localhost/l%d', null, null, 'Item', '{}', '', '{}')
        """
            .formatted(id, LATER, ++position, position));
  }

  private void replaced(UUID former, UUID present) {
    fixture.execute(
        """
        insert into competency.cf_association (framework, identifier, positions, type, origin,
          destination, received, fingerprint, sent) values
          ('%s', gen_random_uuid(), '{%d}', 'replacedBy', '%s', '%s', '{}', '', '{}')
        """
            .formatted(LATER, ++position, former, present));
  }

  private void carriedOver() throws Exception {
    database.inTransaction(() -> carry.carryOver(FRAMEWORK, LATER, "rita"));
  }

  private List<PolicyVersion> carried() {
    return policies.policies.list(LATER, 50, 0);
  }

  @Test
  void what_was_asked_before_is_asked_of_what_took_its_place_for_the_same_days() throws Exception {
    replaced(CLEANING, CLEANS);
    replaced(WHOLE, WORKS);
    policies.adopt(CLEANING, "2026-01-01", "\"kind\": \"latest\"");
    policies.adopt(
        CLEANING, "2026-05-01", "\"kind\": \"bestOf\", \"count\": 2, \"threshold\": 0.8");
    policies.adopt(
        WHOLE,
        "2026-05-01",
        "\"kind\": \"allCriteria\", \"threshold\": 0.5, \"criteria\": [\"%s\", \"%s\"]"
            .formatted(CLEANING, PolicyFixture.PARENT));
    Timeline before = policies.timelines.of(CLEANING);

    carriedOver();

    assertThat(policies.timelines.of(CLEANS)).isEqualTo(before);
    assertThat(policies.timelines.of(CLEANING)).isEqualTo(before);
    Policy criteria = policies.timelines.of(WORKS).on(LocalDate.parse("2026-06-01"));
    assertThat(criteria.scoredCriteria())
        .as("one was replaced; what nothing replaced is asked for as before")
        .containsExactlyInAnyOrder(CLEANS, PolicyFixture.PARENT);
    assertThat(carried())
        .allSatisfy(version -> {
          assertThat(version.state()).isEqualTo(PolicyVersion.State.ADOPTED);
          assertThat(version.decidedBy()).contains("rita, carried over");
        });
  }

  @Test
  void what_is_asked_of_the_whole_framework_is_asked_of_the_whole_and_what_is_gone_of_nothing()
      throws Exception {
    var whole =
        (org.vellum.competency.mastery.policy.ProposePolicy.Result.Proposed)
            policies.propose(
                """
                {"from": "2026-05-01", "policy": {"version": 1, "kind": "latest"}}
                """);
    policies.decide(whole.version().id(), PolicyVersion.State.ADOPTED);
    policies.adopt(CLEANING, "2026-05-01", "\"kind\": \"anyOne\", \"threshold\": 0.5");

    carriedOver();

    assertThat(carried())
        .extracting(PolicyVersion::competency, PolicyVersion::state)
        .containsExactly(tuple(Optional.empty(), PolicyVersion.State.ADOPTED));
  }

  @Test
  void where_items_with_different_policies_became_one_a_registrar_decides() throws Exception {
    replaced(CLEANING, CLEANS);
    replaced(WHOLE, CLEANS);
    policies.adopt(CLEANING, "2026-05-01", "\"kind\": \"latest\"");
    policies.adopt(WHOLE, "2026-05-01", "\"kind\": \"anyOne\", \"threshold\": 0.5");

    carriedOver();

    assertThat(carried())
        .extracting(PolicyVersion::competency, PolicyVersion::state)
        .containsExactly(
            tuple(Optional.of(CLEANS), PolicyVersion.State.PROPOSED),
            tuple(Optional.of(CLEANS), PolicyVersion.State.PROPOSED));
    assertThat(policies.timelines.of(CLEANS).isDefault()).isTrue();
  }
}
