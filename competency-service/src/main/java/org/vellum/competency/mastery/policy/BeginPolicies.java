package org.vellum.competency.mastery.policy;

import jakarta.inject.Inject;
import java.time.Clock;
import org.vellum.competency.catalogue.RulesBegun;
import org.vellum.platform.event.EventLog;
import org.vellum.platform.usecase.UseCase;

/**
 * Has results of before judged again by policies that have begun: those adopted for a day that has
 * come. Doing it twice changes nothing.
 */
@UseCase
public class BeginPolicies {
  private final Policies policies;
  private final PolicyReach reach;
  private final EventLog events;
  private final Clock clock;

  @Inject
  public BeginPolicies(Policies policies, PolicyReach reach, EventLog events, Clock clock) {
    this.policies = policies;
    this.reach = reach;
    this.events = events;
    this.clock = clock;
  }

  /** Announces what has begun. */
  public void begin() {
    for (PolicyVersion begun : policies.takeBegun(Policies.today(clock.instant()))) {
      RulesBegun rules = reach.of(begun);
      if (!rules.lineItems().isEmpty() || !rules.courses().isEmpty()) {
        events.announce(rules, RulesBegun.SUBJECT);
      }
    }
  }
}
