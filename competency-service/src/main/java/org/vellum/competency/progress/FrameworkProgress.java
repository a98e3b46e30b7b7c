package org.vellum.competency.progress;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vellum.competency.evaluation.EvaluationResults;
import org.vellum.competency.framework.FrameworkOutline;
import org.vellum.competency.framework.FrameworkOutline.Line;
import org.vellum.competency.mastery.Achievements;
import org.vellum.competency.mastery.Rulebook;
import org.vellum.competency.mastery.model.FactIndex;
import org.vellum.competency.mastery.model.Level;
import org.vellum.competency.mastery.model.Part;
import org.vellum.competency.mastery.model.Progress;
import org.vellum.competency.mastery.model.Question;
import org.vellum.competency.mastery.model.Rule;
import org.vellum.competency.mastery.model.Status;
import org.vellum.competency.mastery.model.Subject;
import org.vellum.competency.mastery.model.Timeline;
import org.vellum.competency.mastery.policy.RubricLevels;
import org.vellum.competency.mastery.policy.Timelines;
import org.vellum.competency.roster.Learner;
import org.vellum.platform.usecase.Component;

/** How far a learner has come on every item of a framework. */
@Component
public class FrameworkProgress {
  private final FrameworkOutline outline;
  private final EvaluationResults results;
  private final Rulebook rulebook;
  private final Timelines timelines;
  private final RubricLevels levels;
  private final Achievements achievements;
  private final Clock clock;

  @Inject
  public FrameworkProgress(
      FrameworkOutline outline,
      EvaluationResults results,
      Rulebook rulebook,
      Timelines timelines,
      RubricLevels levels,
      Achievements achievements,
      Clock clock) {
    this.outline = outline;
    this.results = results;
    this.rulebook = rulebook;
    this.timelines = timelines;
    this.levels = levels;
    this.achievements = achievements;
    this.clock = clock;
  }

  /** The items in the order of the tree. Whoever calls has found the learner for a viewer. */
  public List<Cell> cells(Learner learner, UUID framework) {
    List<Line> lines = outline.lines(framework);
    Set<UUID> items = lines.stream().map(Line::identifier).collect(Collectors.toSet());
    Seen seen =
        new Seen(
            FactIndex.of(results.inForce(learner.id())),
            rulebook.of(items),
            timelines.of(items),
            achievements.explanations(learner.id()),
            levels.list(framework),
            children(lines),
            clock.instant());
    List<Cell> cells = new ArrayList<>();
    Set<UUID> begun = new HashSet<>();
    // From below, so that what stands above knows whether anything of it has begun.
    for (Line line : lines.reversed()) {
      Progress progress = seen.progress(line, begun.contains(line.identifier()));
      if (progress.status() != Status.NOT_ATTEMPTED) {
        line.parent().ifPresent(begun::add);
      }
      cells.addFirst(cell(line, progress));
    }
    return cells;
  }

  private static Map<UUID, List<UUID>> children(List<Line> lines) {
    Map<UUID, List<UUID>> children = new HashMap<>();
    lines.forEach(line ->
        line.parent()
            .ifPresent(parent ->
                children.computeIfAbsent(parent, any -> new ArrayList<>()).add(line.identifier())));
    return children;
  }

  private static Cell cell(Line line, Progress progress) {
    return new Cell(
        line.identifier(),
        line.code(),
        line.statement(),
        line.level(),
        progress.status(),
        progress.level(),
        progress.explanation());
  }

  /** All that is known of the learner and the framework. */
  private record Seen(
      FactIndex facts,
      Map<UUID, List<Rule>> rules,
      Map<UUID, Timeline> timelines,
      Map<UUID, String> mastered,
      List<Level> levels,
      Map<UUID, List<UUID>> children,
      Instant now) {

    Progress progress(Line line, boolean begunBelow) {
      UUID item = line.identifier();
      List<Rule> covering = rules.getOrDefault(item, List.of());
      Progress progress =
          Progress.of(
              new Question(
                  Subject.competency(item),
                  facts.under(covering),
                  covering,
                  timelines.getOrDefault(item, Timeline.DEFAULT),
                  children.getOrDefault(item, List.of()).stream().map(this::part).toList()),
              Optional.ofNullable(mastered.get(item)),
              levels,
              now);
      return begunBelow && progress.status() == Status.NOT_ATTEMPTED
          ? new Progress(
              Status.IN_PROGRESS, Optional.empty(), "In progress: work on its parts has begun.")
          : progress;
    }

    /** For telling how many are mastered, since when does not matter. */
    private Part part(UUID child) {
      return new Part(
          child,
          Part.Kind.CHILD,
          mastered.containsKey(child)
              ? Optional.of(new Part.Held(child, LocalDate.EPOCH, List.of()))
              : Optional.empty());
    }
  }
}
