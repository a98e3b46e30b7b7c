package org.vellum.competency.evaluation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What stands of learners with its days, as two ways to the same outcome are compared. */
final class Days {
  private Days() {}

  /** What stands of a learner, by title, and since which day: {@code Cleans data 2026-05-03}. */
  static List<String> since(EvaluationFixture fixture, UUID learner) {
    return fixture.achievements.list(learner).stream()
        .filter(achievement -> achievement.withdrawnAt().isEmpty())
        .map(achievement ->
            achievement.title()
                + " "
                + LocalDate.ofInstant(achievement.achievedAt(), ZoneOffset.UTC))
        .sorted()
        .toList();
  }
}
