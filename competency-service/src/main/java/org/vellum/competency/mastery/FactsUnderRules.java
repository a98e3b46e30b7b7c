package org.vellum.competency.mastery;

import java.util.Collection;
import java.util.List;
import org.vellum.competency.mastery.model.Fact;
import org.vellum.competency.mastery.model.Rule;

/** A learner's facts that no other supersedes, for whoever keeps them to tell. */
@FunctionalInterface
public interface FactsUnderRules {

  /** At least all those that any of these rules may cover. */
  List<Fact> under(Collection<Rule> rules);
}
