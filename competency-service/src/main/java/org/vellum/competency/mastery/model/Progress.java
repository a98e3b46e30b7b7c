package org.vellum.competency.mastery.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a learner has come on one competency, told.
 *
 * @param status how far
 * @param level the highest level of the rubric that a result reaches, if there is one
 * @param explanation in one sentence for the learner
 */
public record Progress(Status status, Optional<String> level, String explanation) {

  /**
   * Looks at what bears on a competency.
   *
   * @param mastered how it was mastered, in one sentence, if an achievement stands
   * @param levels the levels of the framework's rubrics
   * @param instant when it is looked at, for the policy that holds
   */
  public static Progress of(
      Question question, Optional<String> mastered, Collection<Level> levels, Instant instant) {
    List<Ground> grounds =
        question.grounds().stream().filter(ground -> ground.evidence().isPresent()).toList();
    Optional<Ground> best =
        grounds.stream().max(Comparator.comparing(Ground::share).thenComparing(Ground::day));
    Optional<String> level = best.flatMap(ground -> level(ground, levels));
    if (mastered.isPresent()) {
      return new Progress(Status.MASTERED, level, mastered.get());
    }
    Policy policy = question.policies().on(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    long reaching = grounds.stream().filter(ground -> ground.reaches(policy.asked())).count();
    if (reaching > 0) {
      return new Progress(
          Status.DEMONSTRATED,
          level,
          "Demonstrated: %s of %s %s what is asked, and more is asked than that."
              .formatted(
                  Explanation.number((int) reaching),
                  Explanation.counted(grounds.size(), "result"),
                  reaching == 1 ? "reaches" : "reach"));
    }
    return best.map(ground -> new Progress(Status.IN_PROGRESS, level, begun(grounds, ground)))
        .or(() -> parts(question.parts()))
        .orElseGet(() -> handedIn(question));
  }

  private static String begun(List<Ground> grounds, Ground best) {
    return "In progress: %s so far, the best %s in “%s”."
        .formatted(
            Explanation.counted(grounds.size(), "result"),
            Explanation.scored(best.basis().evidence()),
            best.fact().lineItem().title());
  }

  private static Optional<Progress> parts(List<Part> parts) {
    List<Part> children = PartScan.of(parts, Part.Kind.CHILD);
    long held = children.stream().filter(part -> part.held().isPresent()).count();
    return held == 0
        ? Optional.empty()
        : Optional.of(
            new Progress(
                Status.IN_PROGRESS,
                Optional.empty(),
                "In progress: %s of its %s %s mastered."
                    .formatted(
                        Explanation.number((int) held),
                        Explanation.counted(children.size(), "part"),
                        held == 1 ? "is" : "are")));
  }

  private static Progress handedIn(Question question) {
    boolean handedIn =
        question.inForce().stream()
            .filter(Fact::isHandedIn)
            .anyMatch(
                fact -> question.rules().stream().anyMatch(rule -> rule.covers(fact.lineItem())));
    return handedIn
        ? new Progress(
            Status.ATTEMPTED, Optional.empty(), "Attempted: handed in, and not graded yet.")
        : new Progress(Status.NOT_ATTEMPTED, Optional.empty(), "Not attempted: no result yet.");
  }

  private static Optional<String> level(Ground best, Collection<Level> levels) {
    return levels.stream()
        .filter(level ->
            best.evidence()
                .filter(some -> some.scale().reaches(some.score(), level.share()))
                .isPresent())
        .max(Comparator.comparing(Level::share))
        .map(Level::name);
  }
}
