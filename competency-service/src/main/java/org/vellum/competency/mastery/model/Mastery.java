package org.vellum.competency.mastery.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The decisions. They look at nothing but what they are given. */
public final class Mastery {
  private Mastery() {}

  /** As {@link #decide(Question, Instant)}, where one result at its rule's threshold is enough. */
  public static Optional<Met> decide(
      Collection<Fact> inForce, Collection<Rule> rules, Instant instant) {
    return rules.stream()
        .findFirst()
        .flatMap(rule ->
            decide(
                new Question(rule.subject(), inForce, rules, Timeline.DEFAULT, List.of()),
                instant));
  }

  /**
   * Whether and since when a subject is mastered. Day after day, by the source's time, the policy
   * of the day is asked about all results up to it; the first day on which it is met decides,
   * whatever the order in which the results came.
   *
   * @param instant when it is decided; nothing is achieved later than that, and no policy of a day
   *     to come holds yet
   */
  public static Optional<Met> decide(Question question, Instant instant) {
    LocalDate today = LocalDate.ofInstant(instant, ZoneOffset.UTC);
    List<Ground> grounds = question.grounds();
    for (Timeline.Period period : question.policies().periods()) {
      if (period.from().isAfter(today)) {
        break;
      }
      Optional<Met> met = decide(question, grounds, period, instant);
      if (met.isPresent()) {
        return met;
      }
    }
    return Optional.empty();
  }

  private static Optional<Met> decide(
      Question question, List<Ground> grounds, Timeline.Period period, Instant instant) {
    Scan scan = Scan.of(period.policy(), question.parts());
    int next = 0;
    LocalDate before = LocalDate.MIN;
    for (LocalDate day : days(question, grounds, period)) {
      if (day.equals(before)) {
        continue;
      }
      before = day;
      while (next < grounds.size() && !grounds.get(next).day().isAfter(day)) {
        scan.add(grounds.get(next));
        next++;
      }
      Optional<Found> found = scan.on(day);
      if (found.isPresent()) {
        return found.map(what -> met(question.subject(), period.policy(), what, day, instant));
      }
    }
    return Optional.empty();
  }

  /** The days of a period on which there is something new to ask about, in their order. */
  private static List<LocalDate> days(
      Question question, List<Ground> grounds, Timeline.Period period) {
    List<LocalDate> days = new ArrayList<>();
    if (!period.from().equals(LocalDate.MIN)) {
      days.add(period.from());
    }
    grounds.forEach(ground -> days.add(ground.day()));
    question.parts().forEach(part -> part.held().ifPresent(held -> days.add(held.day())));
    days.removeIf(day -> day.isBefore(period.from()) || !day.isBefore(period.to()));
    days.sort(Comparator.naturalOrder());
    return days;
  }

  private static Met met(
      Subject subject, Policy policy, Found found, LocalDate day, Instant instant) {
    Instant begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Met(
        subject,
        policy,
        found.basis(),
        begin.isBefore(instant) ? begin : instant,
        Explanation.of(subject, day, found.words()));
  }

  /**
   * Whether the newest state of a result takes away what an achievement rests on, and why. It does
   * if it no longer meets the rule of then, and also if it meets it but says something else: then
   * what was recorded is not true any more and has to be recorded anew.
   *
   * @return the reason in one sentence for the learner, as far as one result was enough; empty if
   *     the achievement stays
   */
  public static Optional<String> reasonToWithdraw(Standing standing, Fact newest) {
    if (!standing.restsOn(newest)) {
      return Optional.empty();
    }
    Optional<Evidence> now = newest.evidenceUnder(standing.rule());
    boolean same = now.filter(evidence -> evidence.saysTheSameAs(standing.evidence())).isPresent();
    return same ? Optional.empty() : Optional.of(Explanation.ofWithdrawal(standing, newest, now));
  }
}
