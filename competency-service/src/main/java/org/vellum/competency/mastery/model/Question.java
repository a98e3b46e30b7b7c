package org.vellum.competency.mastery.model;

import java.util.Collection;
import java.util.List;

/**
 * All that a decision on one learner and one competency or course looks at.
 *
 * @param subject what may be mastered
 * @param inForce the learner's facts that no other supersedes
 * @param rules which facts count
 * @param policies how they are put together, by days
 * @param parts the other competencies by which this one can be mastered
 */
public record Question(
    Subject subject,
    Collection<Fact> inForce,
    Collection<Rule> rules,
    Timeline policies,
    List<Part> parts) {

  public Question {
    parts = List.copyOf(parts);
  }

  /** The same under other policies. */
  public Question under(Timeline other) {
    return new Question(subject, inForce, rules, other, parts);
  }

  /** What bears on it, in the order of the source's time. */
  List<Ground> grounds() {
    return Grounds.of(
        inForce,
        rules,
        policies.periods().stream()
            .flatMap(period -> period.policy().scoredCriteria().stream())
            .toList());
  }
}
