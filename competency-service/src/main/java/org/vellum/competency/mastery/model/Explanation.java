package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Decisions in one sentence for the learner. */
final class Explanation {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Explanation() {}

  /** {@code Mastered on 3 May 2026: 9 of 10 in “Data cleaning lab”, 80 % needed.} */
  static String of(Fact fact, Rule rule, Evidence evidence) {
    return "%s on %s: %s in “%s”, %s needed."
        .formatted(
            rule.subject().kind() == Subject.Kind.COURSE ? "Completed" : "Mastered",
            DAY.format(evidence.scoreDate()),
            scored(evidence),
            fact.lineItem().title(),
            needed(rule, evidence.scale()));
  }

  /** Why an achievement ceases to stand. */
  static String ofWithdrawal(Standing standing, Fact newest, Optional<Evidence> now) {
    String result = "the result in “%s” ".formatted(newest.lineItem().title());
    if (newest.cleared()) {
      return "Withdrawn: " + result + "was taken back.";
    }
    if (now.isEmpty()) {
      return "Withdrawn: "
          + result
          + (newest.counts() ? "has no score any more." : "is not fully graded any more.");
    }
    if (!standing.rule().holdsOn(now.get().scoreDate())) {
      return "Withdrawn: %sis now of %s, a day on which its rule does not hold."
          .formatted(result, DAY.format(now.get().scoreDate()));
    }
    return standing.rule().isMetBy(now.get())
        ? "Recorded anew: " + result + "was corrected."
        : "Withdrawn: %swas corrected to %s, %s needed."
            .formatted(result, scored(now.get()), needed(standing.rule(), now.get().scale()));
  }

  private static String scored(Evidence evidence) {
    String score = plain(evidence.score());
    String maximum = plain(evidence.scale().maximum());
    return startsAtZero(evidence.scale())
        ? score + " of " + maximum
        : "%s on a scale of %s to %s".formatted(score, plain(evidence.scale().minimum()), maximum);
  }

  /** As a share where the scale begins at zero; elsewhere a share would mislead. */
  private static String needed(Rule rule, Scale scale) {
    return startsAtZero(scale)
        ? plain(rule.threshold().movePointRight(2)) + " %"
        : plain(scale.needed(rule.threshold()));
  }

  private static boolean startsAtZero(Scale scale) {
    return scale.minimum().signum() == 0;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
