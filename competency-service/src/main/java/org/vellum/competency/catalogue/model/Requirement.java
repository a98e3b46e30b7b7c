package org.vellum.competency.catalogue.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program asks for: a tree of groups over competencies and courses. The names of the members
 * are those of its JSON.
 */
public sealed interface Requirement {

  /** What stands directly below; nothing below a competency or a course. */
  default List<Requirement> members() {
    return List.of();
  }

  /** Itself and all that stands below it. */
  default Stream<Requirement> all() {
    return Stream.concat(Stream.of(this), members().stream().flatMap(Requirement::all));
  }

  /** The competencies that it names, at any depth. */
  default Set<UUID> competencies() {
    return all()
        .filter(OfCompetency.class::isInstance)
        .map(node -> ((OfCompetency) node).competency())
        .collect(Collectors.toSet());
  }

  /**
   * The same for somebody who must not know of some competencies: without them, without groups in
   * which there was nothing else, and without a number that would tell how many are missing.
   *
   * @return empty if nothing is left
   */
  default Optional<Requirement> without(Set<UUID> hidden) {
    if (all()
        .noneMatch(node -> node instanceof OfCompetency one && hidden.contains(one.competency()))) {
      return Optional.of(this);
    }
    List<Requirement> left =
        members().stream().flatMap(member -> member.without(hidden).stream()).toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (this) {
          case AllOf group -> new AllOf(group.title(), left);
          case NOf group -> new NOf(group.title(), Math.min(group.n(), left.size()), left);
          case CreditsFrom group -> new CreditsFrom(group.title(), group.credits(), left);
          case OfCompetency one -> one;
          case OfCourse one -> one;
        });
  }

  /** A group has a title, if it needs one. */
  sealed interface Group extends Requirement {
    Optional<String> title();
  }

  /**
   * Every member. A group without any is not fulfilled: it is unfinished, and must make nobody a
   * graduate.
   */
  record AllOf(Optional<String> title, List<Requirement> allOf) implements Group {
    public AllOf {
      allOf = List.copyOf(allOf);
    }

    @Override
    public List<Requirement> members() {
      return allOf;
    }
  }

  /**
   * Some of the members.
   *
   * @param n how many, at least 1
   */
  record NOf(Optional<String> title, int n, List<Requirement> nOf) implements Group {
    public NOf {
      nOf = List.copyOf(nOf);
    }

    @Override
    public List<Requirement> members() {
      return nOf;
    }
  }

  /**
   * So many credits from the members: those of each course completed and of each competency
   * attained, counted once, and of a group below only once it is fulfilled.
   *
   * @param credits how many, more than 0
   */
  record CreditsFrom(Optional<String> title, BigDecimal credits, List<Requirement> creditsFrom)
      implements Group {
    public CreditsFrom {
      creditsFrom = List.copyOf(creditsFrom);
    }

    @Override
    public List<Requirement> members() {
      return creditsFrom;
    }
  }

  /**
   * A competency to attain.
   *
   * @param competency identifier of the CFItem (CASE 1.1)
   * @param credits what it counts where credits are asked for; nothing, if absent
   */
  record OfCompetency(UUID competency, Optional<BigDecimal> credits) implements Requirement {}

  /**
   * A course to complete; it counts the credits that the catalogue states for it.
   *
   * @param course {@code sourcedId} of the course (OneRoster 1.2)
   */
  record OfCourse(String course) implements Requirement {}
}
