package org.vellum.competency.mastery.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * The decision that a policy is met.
 *
 * @param subject what is mastered
 * @param policy the policy that is met
 * @param basis the results on which the decision rests, at least one; the deciding one is the last
 * @param at when it was achieved: the day on which the policy was first met, at its beginning in
 *     UTC
 * @param explanation the decision in one sentence for the learner
 */
public record Met(
    Subject subject, Policy policy, List<Basis> basis, Instant at, String explanation) {

  public Met {
    basis = List.copyOf(basis);
  }

  /** The result that decided. */
  public Basis decisive() {
    return basis.getLast();
  }

  /**
   * The day on which the policy was first met, by the source's time. It is later than {@link #day}
   * where the source's day began before ours does.
   */
  public LocalDate firstMetOn() {
    return basis.stream()
        .filter(each -> each.through().isEmpty())
        .map(each -> each.evidence().scoreDate())
        .filter(other -> other.isAfter(day()))
        .max(Comparator.naturalOrder())
        .orElseGet(this::day);
  }

  /** The day of it. */
  public LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
