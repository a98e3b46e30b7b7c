package org.vellum.competency.mastery.policy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/**
 * Carries the policies of a framework over to its new version, so that the same is asked of
 * learners on the day after as on the day before. What was adopted is adopted for the items that
 * took the place of its own, for the same days; without it, one result at the threshold would be
 * enough, and what is attained is never taken away. Where items with different policies became one,
 * they are only proposed, for a registrar to decide. Policies and attainments of the former version
 * stay as they are.
 */
@UseCase
public class CarryPolicies {
  private final Policies policies;
  private final Replacements replacements;
  private final BeginPolicies begin;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public CarryPolicies(
      Policies policies,
      Replacements replacements,
      BeginPolicies begin,
      AuditLog audit,
      Clock clock,
      Ids ids) {
    this.policies = policies;
    this.replacements = replacements;
    this.begin = begin;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Carries them over.
   *
   * @param former identifier of the CFDocument that is superseded
   * @param successor identifier of the CFDocument that supersedes it
   * @param actor who adopts it
   */
  public void carryOver(UUID former, UUID successor, String actor) {
    List<PolicyVersion> adopted = policies.adopted(former);
    if (adopted.isEmpty()) {
      return;
    }
    Map<UUID, Set<UUID>> became = replacements.of(successor);
    Map<Optional<UUID>, List<PolicyVersion>> byTarget =
        adopted.stream().collect(Collectors.groupingBy(PolicyVersion::competency));
    Copying copying = new Copying(successor, became, actor + ", carried over", clock.instant());
    byTarget
        .getOrDefault(Optional.<UUID>empty(), List.of())
        .forEach(each -> copy(each, Optional.empty(), true, copying));
    for (UUID item : targets(byTarget.keySet(), became)) {
      List<List<PolicyVersion>> sources =
          became.entrySet().stream()
              .filter(entry -> entry.getValue().contains(item))
              .map(entry -> byTarget.getOrDefault(Optional.of(entry.getKey()), List.of()))
              .toList();
      boolean alike = sources.stream().map(CarryPolicies::said).distinct().count() == 1;
      (alike ? sources.subList(0, 1) : sources)
          .forEach(
              versions -> versions.forEach(each -> copy(each, Optional.of(item), alike, copying)));
    }
    audit.record(
        AuditEntry.of(
            actor,
            "mastery-policies-carried-over",
            successor.toString(),
            Map.of("from", former.toString())));
    begin.begin();
  }

  /**
   * Into what is copied.
   *
   * @param became what took the place of each item of the former version
   */
  private record Copying(UUID successor, Map<UUID, Set<UUID>> became, String by, Instant now) {}

  /** What a version says, apart from which it is. */
  private record Said(Policy policy, LocalDate from, Optional<LocalDate> to) {}

  private static List<Said> said(List<PolicyVersion> versions) {
    return versions.stream().map(each -> new Said(each.policy(), each.from(), each.to())).toList();
  }

  /** The items of the new version that took the place of one with a policy of its own. */
  private static Set<UUID> targets(Set<Optional<UUID>> withPolicies, Map<UUID, Set<UUID>> became) {
    Set<UUID> targets = new TreeSet<>();
    withPolicies.stream()
        .flatMap(Optional::stream)
        .forEach(item -> targets.addAll(became.getOrDefault(item, Set.of())));
    return targets;
  }

  private void copy(
      PolicyVersion version, Optional<UUID> competency, boolean adopts, Copying copying) {
    PolicyVersion copy =
        new PolicyVersion(
            ids.next(),
            copying.successor(),
            competency,
            policies.nextVersion(copying.successor(), competency),
            withReplacedCriteria(version.policy(), copying.became()),
            version.from(),
            version.to(),
            PolicyVersion.State.PROPOSED,
            copying.now(),
            copying.by(),
            Optional.empty(),
            Optional.empty());
    policies.propose(copy);
    if (adopts) {
      policies.decide(copy.id(), PolicyVersion.State.ADOPTED, copying.now(), copying.by());
    }
  }

  /** A criterion that nothing replaced is asked for as before: to drop it would ask for less. */
  private static Policy withReplacedCriteria(Policy policy, Map<UUID, Set<UUID>> became) {
    return switch (policy) {
      case Policy.AllCriteria all -> {
        List<UUID> criteria = new ArrayList<>();
        all.criteria().forEach(each -> criteria.addAll(became.getOrDefault(each, Set.of(each))));
        yield new Policy.AllCriteria(criteria, all.bar());
      }
      case Policy.AnyOf(List<Policy> some) ->
          new Policy.AnyOf(some.stream().map(each -> withReplacedCriteria(each, became)).toList());
      default -> policy;
    };
  }
}
