package org.vellum.competency.framework.versions;

import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Frameworks;
import org.vellum.competency.framework.Lineages;
import org.vellum.competency.framework.versions.model.Difference;
import org.vellum.competency.framework.versions.model.Outline;
import org.vellum.platform.usecase.Component;

/** Finds two versions, and what became of the one in the other. */
@Component
public class Comparison {
  private final Frameworks frameworks;
  private final Lineages lineages;
  private final VersionContents contents;

  @Inject
  public Comparison(Frameworks frameworks, Lineages lineages, VersionContents contents) {
    this.frameworks = frameworks;
    this.lineages = lineages;
    this.contents = contents;
  }

  /** Two versions, and what is different in the second. */
  public record Compared(Framework before, Framework after, Difference difference) {}

  /**
   * Compares any two frameworks. Items succeed each other by their identifier, or by {@code
   * replacedBy}, from version to version.
   *
   * @return empty if there is one that this audience may not see
   */
  public Optional<Compared> find(UUID before, UUID after, Audience audience) {
    return frameworks
        .find(before, audience)
        .flatMap(earlier -> frameworks.find(after, audience).map(later -> of(earlier, later)));
  }

  /** Compares two frameworks that the asker may see. */
  public Compared of(Framework before, Framework after) {
    Outline earlier = contents.outline(before);
    Outline later = contents.outline(after);
    Map<String, String> successors = successors(before, after, earlier, later);
    return new Compared(before, after, Difference.between(earlier, later, successors));
  }

  private Map<String, String> successors(
      Framework before, Framework after, Outline earlier, Outline later) {
    Set<UUID> line = new HashSet<>(List.of(before.identifier(), after.identifier()));
    lineages
        .list(before.identifier(), Audience.REGISTRARS)
        .forEach(version -> line.add(version.framework().identifier()));
    Map<String, List<String>> replacements = contents.replacements(List.copyOf(line));
    Map<String, String> successors = following(earlier, later, replacements);
    if (successors.isEmpty()) {
      following(later, earlier, replacements).forEach((to, from) -> successors.put(from, to));
    }
    return successors;
  }

  private static Map<String, String> following(
      Outline from, Outline to, Map<String, List<String>> replacements) {
    Map<String, String> successors = new HashMap<>();
    for (String identifier : from.items().keySet()) {
      reached(identifier, to, replacements).ifPresent(end -> successors.put(identifier, end));
    }
    return successors;
  }

  /** The nearest item of a version to which replacements lead; they may lead in circles. */
  private static Optional<String> reached(
      String start, Outline to, Map<String, List<String>> replacements) {
    Deque<String> open = new ArrayDeque<>(List.of(start));
    Set<String> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      String node = open.removeFirst();
      if (to.items().containsKey(node)) {
        return Optional.of(node);
      }
      for (String next : replacements.getOrDefault(node, List.of())) {
        if (seen.add(next)) {
          open.addLast(next);
        }
      }
    }
    return Optional.empty();
  }
}
