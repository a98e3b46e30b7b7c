package org.vellum.competency.mastery.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The decisions. They look at nothing but what they are given. */
public final class Mastery {
  private static final Comparator<Met> EARLIEST =
      Comparator.comparing((Met met) -> met.evidence().scoreDate())
          .thenComparing(met -> met.fact().modifiedAt())
          .thenComparing(met -> met.fact().source())
          .thenComparing(met -> met.fact().sourcedId())
          .thenComparing(met -> met.rule().lineItem().isEmpty())
          .thenComparing(met -> met.rule().threshold());

  private Mastery() {}

  /**
   * Whether one subject is mastered: any fact that meets any rule is enough. Of several, the one
   * with the earliest day of score decides, whatever the order in which they came.
   *
   * @param inForce the learner's facts that no other supersedes
   * @param rules rules of the subject that are in force
   * @param instant when it is decided; nothing is achieved later than that
   */
  public static Optional<Met> decide(
      Collection<Fact> inForce, Collection<Rule> rules, Instant instant) {
    return inForce.stream()
        .flatMap(fact -> rules.stream().flatMap(rule -> met(fact, rule, instant)))
        .min(EARLIEST);
  }

  /**
   * Whether the newest state of a result takes away what an achievement rests on, and why. It does
   * if it no longer meets the rule of then, and also if it meets it but says something else: then
   * what was recorded is not true any more and has to be recorded anew.
   *
   * @return the reason in one sentence for the learner; empty if the achievement stays
   */
  public static Optional<String> reasonToWithdraw(Standing standing, Fact newest) {
    if (!standing.restsOn(newest)) {
      return Optional.empty();
    }
    Optional<Evidence> now = newest.evidenceUnder(standing.rule());
    boolean same = now.filter(evidence -> evidence.saysTheSameAs(standing.evidence())).isPresent();
    return same ? Optional.empty() : Optional.of(Explanation.ofWithdrawal(standing, newest, now));
  }

  private static Stream<Met> met(Fact fact, Rule rule, Instant instant) {
    return fact.evidenceUnder(rule).filter(rule::isMetBy).stream()
        .map(evidence ->
            new Met(
                fact,
                rule,
                evidence,
                earlier(startOfDay(evidence), instant),
                Explanation.of(fact, rule, evidence)));
  }

  private static Instant startOfDay(Evidence evidence) {
    return evidence.scoreDate().atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
