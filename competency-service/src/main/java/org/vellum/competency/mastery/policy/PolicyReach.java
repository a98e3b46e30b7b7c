package org.vellum.competency.mastery.policy;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.catalogue.Catalogue;
import org.vellum.competency.catalogue.EvidenceRule;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.platform.usecase.Component;

/** How far a policy reaches. */
@Component
public class PolicyReach {
  private final Policies policies;
  private final Catalogue catalogue;

  @Inject
  public PolicyReach(Policies policies, Catalogue catalogue) {
    this.policies = policies;
    this.catalogue = catalogue;
  }

  /** The line items and courses of which results may be judged otherwise by a policy. */
  public RulesBegun of(PolicyVersion version) {
    Set<UUID> competencies =
        new HashSet<>(policies.competenciesOf(version.framework(), version.competency()));
    competencies.addAll(policies.matchesOf(competencies));
    List<EvidenceRule> rules = catalogue.evidenceFor(competencies);
    Set<String> lineItems = new HashSet<>();
    Set<String> courses = new HashSet<>();
    rules.forEach(rule -> {
      rule.lineItem().ifPresent(lineItems::add);
      rule.course().ifPresent(courses::add);
    });
    return new RulesBegun(lineItems, courses, Optional.empty());
  }
}
