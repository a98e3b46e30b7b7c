package org.vellum.competency.mastery.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which policy holds for a competency on which day: its own, else that of what is closest above it,
 * else its framework's, else the default. Of several of the same place, the one that began last.
 *
 * @param periods the days of each policy in their order, without gaps, each other than the one
 *     before
 */
public record Timeline(List<Period> periods) {
  /** The default, always. */
  public static final Timeline DEFAULT = always(Policy.byDefault());

  public Timeline {
    periods = List.copyOf(periods);
  }

  /**
   * A policy on its days.
   *
   * @param from first day; {@link LocalDate#MIN} for any day before
   * @param to first day after; {@link LocalDate#MAX} for any day after
   */
  public record Period(LocalDate from, LocalDate to, Policy policy) {}

  /**
   * A policy that was adopted.
   *
   * @param distance how far above the competency: 0 for its own
   * @param from first day
   * @param to first day on which it holds no more, if there is one
   * @param version of two that began on the same day, the greater holds
   */
  public record Adopted(
      int distance, LocalDate from, Optional<LocalDate> to, int version, Policy policy) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
    }
  }

  private static final Comparator<Adopted> CLOSEST =
      Comparator.comparingInt(Adopted::distance)
          .thenComparing(Adopted::from, Comparator.reverseOrder())
          .thenComparing(Adopted::version, Comparator.reverseOrder())
          // Of two items that are as close, above an item with two parents.
          .thenComparing(adopted -> adopted.policy().toString());

  /** One policy for all days. */
  public static Timeline always(Policy policy) {
    return new Timeline(List.of(new Period(LocalDate.MIN, LocalDate.MAX, policy)));
  }

  /** What holds of all that was adopted in the competency's place and above. */
  public static Timeline of(Collection<Adopted> adopted) {
    List<Adopted> fit =
        adopted.stream()
            .filter(each -> each.distance() == 0 || each.policy().isInherited())
            .toList();
    TreeSet<LocalDate> turns = new TreeSet<>();
    turns.add(LocalDate.MIN);
    fit.forEach(each -> {
      turns.add(each.from());
      each.to().ifPresent(turns::add);
    });
    List<Period> periods = new ArrayList<>();
    for (LocalDate from : turns) {
      Policy policy =
          fit.stream()
              .filter(each -> each.holdsOn(from))
              .min(CLOSEST)
              .map(Adopted::policy)
              .orElse(Policy.byDefault());
      if (periods.isEmpty() || !periods.getLast().policy().equals(policy)) {
        if (!periods.isEmpty()) {
          Period before = periods.removeLast();
          periods.add(new Period(before.from(), from, before.policy()));
        }
        periods.add(new Period(from, LocalDate.MAX, policy));
      }
    }
    return new Timeline(periods);
  }

  /** Whether nothing but the default ever holds. */
  public boolean isDefault() {
    return equals(DEFAULT);
  }

  /** The policy that holds on a day. */
  public Policy on(LocalDate day) {
    return periods.stream()
        .filter(period -> !day.isBefore(period.from()) && day.isBefore(period.to()))
        .map(Period::policy)
        .findFirst()
        .orElse(Policy.byDefault());
  }

  /** Whether any of the policies looks at what else the learner mastered. */
  public boolean looksAtOthers() {
    return periods.stream().anyMatch(period -> period.policy().looksAtOthers());
  }
}
