package org.vellum.competency.evaluation;

import static org.vellum.competency.evaluation.EvaluationFixture.CLEANING;
import static org.vellum.competency.evaluation.EvaluationFixture.CLOCK;
import static org.vellum.competency.evaluation.EvaluationFixture.FRAMEWORK;
import static org.vellum.competency.evaluation.EvaluationFixture.WHOLE;

import java.security.SecureRandom;
import java.util.UUID;
import org.vellum.competency.catalogue.Catalogue;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.mastery.policy.BeginPolicies;
import org.vellum.competency.mastery.policy.DecideOnPolicy;
import org.vellum.competency.mastery.policy.Policies;
import org.vellum.competency.mastery.policy.PolicyReach;
import org.vellum.competency.mastery.policy.PolicyVersion;
import org.vellum.competency.mastery.policy.ProposePolicy;
import org.vellum.competency.mastery.policy.RubricLevels;
import org.vellum.competency.mastery.policy.Timelines;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.json.Json;
import org.vellum.platform.time.Ids;

/**
 * Policies over the institution of {@link EvaluationFixture}, whose framework gets a parent of both
 * its items, a match of the parent in another framework, and a rubric.
 */
public final class PolicyFixture {
  /** The parent of both. */
  public static final UUID PARENT = UUID.fromString("e2ad9128-4501-488f-8cef-cadb106930c6");

  /** In another framework, an exact match of the parent. */
  public static final UUID MATCH = UUID.fromString("f2ad9128-4501-488f-8cef-cadb106930c6");

  private static final UUID OTHER = UUID.fromString("f1ad9128-4501-488f-8cef-cadb106930c6");

  public final EvaluationFixture results;
  public final Policies policies;
  public final Timelines timelines;
  public final RubricLevels levels;
  public final BeginPolicies begin;
  public final PolicyReach reach;
  private final ProposePolicy propose;
  private final DecideOnPolicy decide;

  public PolicyFixture(EvaluationFixture results) {
    this.results = results;
    this.policies = new Policies(results.jdbi);
    this.timelines = new Timelines(results.jdbi);
    this.levels = new RubricLevels(results.jdbi);
    AuditLog audit = new AuditLog(results.jdbi, CLOCK, FrameworkFixture.PLATFORM);
    this.propose =
        new ProposePolicy(
            new Frameworks(results.jdbi),
            policies,
            levels,
            new Roster(results.jdbi),
            audit,
            CLOCK,
            new Ids(CLOCK, new SecureRandom()));
    this.reach = new PolicyReach(policies, new Catalogue(results.jdbi));
    this.begin = new BeginPolicies(policies, reach, new EventLog(results.jdbi, CLOCK), CLOCK);
    this.decide = new DecideOnPolicy(policies, begin, audit, CLOCK);
  }

  /** Stores the institution and what comes with policies. */
  public void found() {
    results.found();
    results.jdbi.useHandle(handle -> handle.createScript(MORE).execute());
  }

  /** What comes of proposing. */
  public ProposePolicy.Result propose(String json) throws Exception {
    return propose(FRAMEWORK, json);
  }

  private ProposePolicy.Result propose(UUID framework, String json) throws Exception {
    return results.database.inTransaction(
        () -> propose.propose(framework, Json.mapper().readTree(json), "registrar"));
  }

  public DecideOnPolicy.Result decide(UUID id, PolicyVersion.State state) throws Exception {
    return decide(FRAMEWORK, id, state);
  }

  private DecideOnPolicy.Result decide(UUID framework, UUID id, PolicyVersion.State state)
      throws Exception {
    return results.database.inTransaction(() -> decide.decide(framework, id, state, "registrar"));
  }

  /** Proposes and adopts a policy that begins on a day. */
  public PolicyVersion adopt(UUID competency, String from, String policy) throws Exception {
    return adopt(FRAMEWORK, competency, from, policy);
  }

  /** The same in the other framework. */
  public PolicyVersion adoptElsewhere(UUID competency, String from, String policy)
      throws Exception {
    return adopt(OTHER, competency, from, policy);
  }

  private PolicyVersion adopt(UUID framework, UUID competency, String from, String policy)
      throws Exception {
    ProposePolicy.Result result =
        propose(
            framework,
            """
            {"competency": "%s", "from": "%s", "policy": {"version": 1, %s}}
            """
                .formatted(competency, from, policy));
    if (!(result instanceof ProposePolicy.Result.Proposed(PolicyVersion version))) {
      throw new AssertionError(result);
    }
    decide(framework, version.id(), PolicyVersion.State.ADOPTED);
    return version;
  }

  private static final String MORE =
      """
      insert into platform.audit_head values (true, 0, ''::bytea) on conflict do nothing;
      insert into competency.framework (identifier, uri, package_uri, title, creator, version,
        adoption_status, published_here, skeleton, received, fingerprint, sent, findings,
        imported_at, imported_by, changed_at)
        values ('%6$s', 'http://localhost/f2', 'http://localhost/p2', 'Other', 'Uni', null,
        'Adopted', true, '{}', '{}', '', '{}', '[]', now(), 'registrar', now());
      insert into competency.cf_item (identifier, framework, positions, uri, human_code, item_type,
        statement, received, fingerprint, sent) values
        ('%4$s', '%1$s', '{3}', 'http://localhost/i3', 'DC', null, 'Practises data', '{}', '', '{}'),
        ('%5$s', '%6$s', '{1}', 'http://localhost/i4', null, null, 'Handles data', '{}', '', '{}');
      insert into competency.cf_association (framework, identifier, positions, type, origin,
        destination, received, fingerprint, sent) values
        ('%1$s', gen_random_uuid(), '{1}', 'isChildOf', '%2$s', '%4$s', '{}', '', '{}'),
        ('%1$s', gen_random_uuid(), '{2}', 'isChildOf', '%3$s', '%4$s', '{}', '', '{}'),
        ('%1$s', gen_random_uuid(), '{3}', 'isChildOf', '%4$s', '%1$s', '{}', '', '{}'),
        ('%1$s', gen_random_uuid(), '{4}', 'isChildOf', 'urn:odd', '%4$s', '{}', '', '{}'),
        ('%6$s', gen_random_uuid(), '{1}', 'exactMatchOf', '%5$s', '%4$s', '{}', '', '{}');
      insert into competency.cf_definition (framework, collection, identifier, positions, title,
        received, fingerprint, sent)
        values ('%1$s', 'CFRubrics', gen_random_uuid(), '{1}', 'Rubric', '{}', '',
        '{"CFRubricCriteria": [{"CFRubricCriterionLevels": [
          {"quality": "Advanced", "score": 4}, {"quality": "Proficient", "score": 3},
          {"quality": "Beginning", "score": 0}, {"quality": "Unscored"}]}]}');
      """
          .formatted(FRAMEWORK, CLEANING, WHOLE, PARENT, MATCH, OTHER);
}
