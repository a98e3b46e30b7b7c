package org.vellum.competency.mastery.policy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/**
 * Adopts a proposed version of a policy, or sets it aside. What is adopted holds from its first day
 * on; results of before are judged again, and what stands already stays.
 */
@UseCase
public class DecideOnPolicy {
  private final Policies policies;
  private final BeginPolicies begin;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  public DecideOnPolicy(Policies policies, BeginPolicies begin, AuditLog audit, Clock clock) {
    this.policies = policies;
    this.begin = begin;
    this.audit = audit;
    this.clock = clock;
  }

  /** How it ends. */
  public sealed interface Result {
    /** It is as the registrar wants it. */
    record Decided(PolicyVersion version) implements Result {}

    /** It was decided on before. */
    record DecidedBefore(PolicyVersion version) implements Result {}

    /** The framework has no such version. */
    record Unknown() implements Result {}
  }

  /**
   * Decides on one.
   *
   * @param state adopted or set aside
   * @param actor who does it
   */
  public Result decide(UUID framework, UUID id, PolicyVersion.State state, String actor) {
    Optional<PolicyVersion> version = policies.find(framework, id);
    if (version.isEmpty()) {
      return new Result.Unknown();
    }
    Instant now = clock.instant();
    if (!policies.decide(id, state, now, actor)) {
      return new Result.DecidedBefore(version.get());
    }
    audit.record(
        AuditEntry.of(
            actor,
            "mastery-policy-" + state.word().replace(' ', '-'),
            id.toString(),
            Map.of("framework", framework.toString())));
    begin.begin();
    return new Result.Decided(policies.find(framework, id).orElseThrow());
  }
}
