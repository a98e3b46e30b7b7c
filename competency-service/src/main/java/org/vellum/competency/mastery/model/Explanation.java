package org.vellum.competency.mastery.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decisions in one sentence for the learner. */
public final class Explanation {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final List<String> NUMBERS =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private Explanation() {}

  /** {@code Mastered on 3 May 2026: 9 of 10 in “Data cleaning lab”, 80 % needed.} */
  static String of(Subject subject, LocalDate day, String words) {
    return "%s on %s: %s."
        .formatted(
            subject.kind() == Subject.Kind.COURSE ? "Completed" : "Mastered",
            DAY.format(day),
            words);
  }

  /** {@code 9 of 10 in “Data cleaning lab”, 80 % needed}. */
  static String scored(Ground ground, Optional<Bar> bar) {
    Evidence evidence = ground.basis().evidence();
    return "%s in “%s”, %s needed"
        .formatted(
            scored(evidence),
            ground.fact().lineItem().title(),
            bar.map(Explanation::atLeast).orElseGet(() -> needed(ground.rule(), evidence.scale())));
  }

  /** {@code two of three assessments at Proficient or above}. */
  static String outOf(int reaching, int of, Optional<Bar> bar) {
    return "%s of %s at %s"
        .formatted(
            number(reaching),
            counted(of, "assessment"),
            bar.map(Explanation::orAbove).orElse("what each of them needs"));
  }

  /** {@code all three criteria at Proficient or above}. */
  static String criteria(int count, Bar bar) {
    return count == 1
        ? "its one criterion at " + orAbove(bar)
        : "all %s criteria at %s".formatted(number(count), orAbove(bar));
  }

  /** {@code the best two results come to 85 % on average, 80 % needed}. */
  static String best(int count, BigDecimal percent, Bar bar) {
    String result = count == 1 ? "the best result comes" : "the best %s results come";
    return "%s to %s %%%s, %s needed"
        .formatted(
            result.formatted(number(count)),
            plain(percent),
            count == 1 ? "" : " on average",
            atLeast(bar));
  }

  /** {@code an average of 84.5 % over four results, 80 % needed}. */
  static String average(int count, BigDecimal percent, Bar bar) {
    return "an average of %s %% over %s, %s needed"
        .formatted(plain(percent), counted(count, "result"), atLeast(bar));
  }

  /** As {@link #average}, told that the newest count most. */
  static String decaying(int count, BigDecimal percent, Bar bar) {
    return "an average of %s %% over %s, the newest counting most, %s needed"
        .formatted(plain(percent), counted(count, "result"), atLeast(bar));
  }

  /** {@code all four of its parts were mastered}. */
  static String parts(int enough, int all) {
    if (all == 1) {
      return "its one part was mastered";
    }
    return enough == all
        ? "all %s of its parts were mastered".formatted(number(all))
        : "%s of its %s parts %s mastered"
            .formatted(number(enough), number(all), enough == 1 ? "was" : "were");
  }

  /** Why an achievement that one result was enough for ceases to stand. */
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

  /** Why an achievement that several results were put together for ceases to stand. */
  public static String ofChange(Fact newest, boolean stillMet) {
    String result = "the result in “%s” ".formatted(newest.lineItem().title());
    String what = newest.cleared() ? "was taken back" : "was corrected";
    return stillMet
        ? "Recorded anew: " + result + what + "."
        : "Withdrawn: " + result + what + ", and its policy is not met any more.";
  }

  /** Why an achievement ceases to stand by a result of an earlier day that came later. */
  public static String ofLateResult(Fact late) {
    return "Withdrawn: with the result in “%s” of %s its policy is not met any more."
        .formatted(late.lineItem().title(), DAY.format(late.scoreDate()));
  }

  /** Why an achievement is recorded anew when a result that came later gives it another day. */
  public static String ofOtherDay(Fact late, LocalDate before, Met met) {
    String result = "the result in “%s”".formatted(late.lineItem().title());
    return otherDay(
        late.cleared()
            ? "without " + result
            : "with %s of %s".formatted(result, DAY.format(late.scoreDate())),
        before,
        met);
  }

  /** The same where it is mastered by others, and one of them was mastered earlier. */
  public static String ofEarlierPart(LocalDate before, Met met) {
    return otherDay("with what else was mastered", before, met);
  }

  private static String otherDay(String by, LocalDate before, Met met) {
    return "Recorded anew: %s the day is %s instead of %s."
        .formatted(by, DAY.format(met.firstMetOn()), DAY.format(before));
  }

  /** Why an achievement ceases to stand that rests on others. */
  public static String ofPart(boolean stillMet) {
    return stillMet
        ? "Recorded anew: a competency on which it rests was recorded anew."
        : "Withdrawn: a competency on which it rests does not stand any more.";
  }

  /** {@code 9 of 10}. */
  static String scored(Evidence evidence) {
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

  private static String atLeast(Bar bar) {
    return bar.level().isPresent() ? orAbove(bar) : percent(bar);
  }

  static String orAbove(Bar bar) {
    return bar.level().orElseGet(() -> percent(bar)) + " or above";
  }

  private static String percent(Bar bar) {
    return plain(bar.share().movePointRight(2)) + " %";
  }

  private static boolean startsAtZero(Scale scale) {
    return scale.minimum().signum() == 0;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  static String counted(int count, String what) {
    return number(count) + " " + what + (count == 1 ? "" : "s");
  }

  static String number(int count) {
    return count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
  }
}
