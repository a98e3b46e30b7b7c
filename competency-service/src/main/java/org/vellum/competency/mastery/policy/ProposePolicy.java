package org.vellum.competency.mastery.policy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.catalogue.change.Findings;
import org.vellum.competency.catalogue.change.Member;
import org.vellum.competency.catalogue.model.Period;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.competency.roster.Roster;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.problem.Finding;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Proposes a version of a policy. It decides nothing until it is adopted. */
@UseCase
public class ProposePolicy {
  private final Frameworks frameworks;
  private final Policies policies;
  private final RubricLevels levels;
  private final Roster roster;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public ProposePolicy(
      Frameworks frameworks,
      Policies policies,
      RubricLevels levels,
      Roster roster,
      AuditLog audit,
      Clock clock,
      Ids ids) {
    this.frameworks = frameworks;
    this.policies = policies;
    this.levels = levels;
    this.roster = roster;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /** How it ends. */
  public sealed interface Result {
    /** It waits to be adopted or set aside. */
    record Proposed(PolicyVersion version) implements Result {}

    /** There is no such framework, or it is a draft, of which nobody has results. */
    record UnknownFramework() implements Result {}

    /** It was refused for these faults. */
    record Refused(List<Finding> findings) implements Result {}
  }

  /**
   * Proposes one.
   *
   * @param framework identifier of the CFDocument
   * @param json {@code competency}, if it is not for the whole framework; {@code from}, today if
   *     absent, and {@code to}; {@code policy}
   * @param actor who does it
   */
  public Result propose(UUID framework, JsonNode json, String actor) {
    Optional<Framework> known =
        frameworks.find(framework, Audience.EVERYONE).filter(found -> !found.draft());
    if (known.isEmpty()) {
      return new Result.UnknownFramework();
    }
    Instant now = clock.instant();
    Findings findings = new Findings();
    Member root = new Member(json, "", findings).only("competency", "policy", "from", "to");
    Proposal proposal = read(framework, root, now);
    if (findings.isEmpty()) {
      check(framework, proposal, root, findings);
    }
    return findings.isEmpty()
        ? keep(framework, proposal, actor, now)
        : new Result.Refused(findings.list());
  }

  /** What was sent, as it was read. */
  private record Proposal(
      Optional<UUID> competency, Policy policy, LocalDate from, Optional<LocalDate> to) {}

  private Proposal read(UUID framework, Member root, Instant now) {
    Member item = root.child("competency");
    Optional<UUID> competency = item.isAbsent() ? Optional.empty() : Optional.of(item.identifier());
    Policy policy = new PolicyReader(levels.shares(framework)).read(root.child("policy"));
    Period days = root.period();
    LocalDate from = days.from().orElse(Policies.today(now));
    if (days.to().filter(to -> !to.isAfter(from)).isPresent()) {
      root.child("to").fault("period-empty", "must be later than from: it is the first day after");
    }
    return new Proposal(competency, policy, from, days.to());
  }

  private Result keep(UUID framework, Proposal proposal, String actor, Instant now) {
    PolicyVersion version =
        new PolicyVersion(
            ids.next(),
            framework,
            proposal.competency(),
            policies.nextVersion(framework, proposal.competency()),
            proposal.policy(),
            proposal.from(),
            proposal.to(),
            PolicyVersion.State.PROPOSED,
            now,
            actor,
            Optional.empty(),
            Optional.empty());
    policies.propose(version);
    audit.record(
        AuditEntry.of(
            actor,
            "mastery-policy-proposed",
            version.id().toString(),
            Map.of("framework", framework.toString())));
    return new Result.Proposed(version);
  }

  private void check(UUID framework, Proposal proposal, Member root, Findings findings) {
    Policy policy = proposal.policy();
    Optional<UUID> competency = proposal.competency();
    Set<UUID> items = policies.competenciesOf(framework, Optional.empty());
    if (competency.filter(one -> !items.contains(one)).isPresent()) {
      root.child("competency").fault("unknown-item", "is no item of this framework");
    }
    if (competency.isEmpty() && !policy.isInherited()) {
      root.child("policy")
          .fault("not-inherited", "names what only one competency has, and must be that one's");
    }
    Set<UUID> criteria = new HashSet<>(policy.scoredCriteria());
    criteria.removeAll(items);
    if (!criteria.isEmpty()) {
      root.child("policy")
          .fault("unknown-item", "names criteria that are no items of this framework");
    }
    roster
        .unknownCategories(Policies.categoriesOf(policy))
        .forEach(unknown ->
            findings.error(
                "unknown-category", "/policy/category", "the roster has no category " + unknown));
  }
}
