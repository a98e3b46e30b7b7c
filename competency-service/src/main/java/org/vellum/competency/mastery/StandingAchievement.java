package org.vellum.competency.mastery;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Standing;
import org.vellum.competency.mastery.model.Subject;

/**
 * An achievement that stands, as it is stored.
 *
 * @param id our identifier of it
 * @param subject what was achieved
 * @param policy the policy that was met, as it was then
 * @param day since when it stands
 * @param grounds the results of the subject's own on which it rests
 * @param stated how the competency or the course was worded then, as JSON
 */
record StandingAchievement(
    UUID id, Subject subject, Policy policy, LocalDate day, List<Standing> grounds, String stated) {

  /**
   * The day on which its policy was first met, by the source's time. A source's day may begin
   * before ours does, and nothing is achieved later than it is decided.
   */
  LocalDate firstMetOn() {
    return grounds.stream()
        .map(ground -> ground.evidence().scoreDate())
        .filter(other -> other.isAfter(day))
        .max(Comparator.naturalOrder())
        .orElse(day);
  }

  /** The rules by which its results counted, as they were then. */
  List<Rule> rules() {
    return grounds.stream().map(ground -> ground.rule().about(subject)).distinct().toList();
  }
}
