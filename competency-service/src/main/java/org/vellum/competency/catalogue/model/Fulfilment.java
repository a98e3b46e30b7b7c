package org.vellum.competency.catalogue.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How far a requirement is fulfilled.
 *
 * @param requirement the requirement
 * @param fulfilled whether there is enough
 * @param have what there is: fulfilled members, or credits; may be more than is needed
 * @param need what is needed: so many members, or credits
 * @param members how far what stands below is fulfilled, in the same order
 */
public record Fulfilment(
    Requirement requirement,
    boolean fulfilled,
    BigDecimal have,
    BigDecimal need,
    List<Fulfilment> members) {

  public Fulfilment {
    members = List.copyOf(members);
  }

  /** Judges a requirement by what was attained. */
  public static Fulfilment of(Requirement requirement, Attained attained) {
    List<Fulfilment> members =
        requirement.members().stream().map(member -> of(member, attained)).toList();
    int fulfilled = (int) members.stream().filter(Fulfilment::fulfilled).count();
    return switch (requirement) {
      case Requirement.AllOf all -> of(all, fulfilled, Math.max(1, members.size()), members);
      case Requirement.NOf some -> of(some, fulfilled, some.n(), members);
      case Requirement.CreditsFrom group -> {
        BigDecimal earned = sum(members.stream().flatMap(member -> earned(member, attained)));
        yield of(group, earned, group.credits(), members);
      }
      case Requirement.OfCompetency one ->
          of(one, attained.competencies().contains(one.competency()) ? 1 : 0, 1, members);
      case Requirement.OfCourse one ->
          of(one, attained.courses().contains(one.course()) ? 1 : 0, 1, members);
    };
  }

  /** Itself and all that stands below it. */
  public Stream<Fulfilment> all() {
    return Stream.concat(Stream.of(this), members.stream().flatMap(Fulfilment::all));
  }

  private static Fulfilment of(
      Requirement requirement, int have, int need, List<Fulfilment> members) {
    return of(requirement, BigDecimal.valueOf(have), BigDecimal.valueOf(need), members);
  }

  private static Fulfilment of(
      Requirement requirement, BigDecimal have, BigDecimal need, List<Fulfilment> members) {
    return new Fulfilment(requirement, have.compareTo(need) >= 0, have, need, members);
  }

  /** A competency or course that counts, by its name, with its credits. */
  private record Earned(Object name, BigDecimal credits) {}

  private static Stream<Earned> earned(Fulfilment member, Attained attained) {
    if (!member.fulfilled) {
      // An unfulfilled group earns nothing, whatever of it is attained.
      return Stream.empty();
    }
    return switch (member.requirement) {
      case Requirement.OfCompetency one ->
          Stream.of(new Earned(one.competency(), one.credits().orElse(BigDecimal.ZERO)));
      case Requirement.OfCourse one ->
          Stream.of(
              new Earned(
                  one.course(), attained.credits().getOrDefault(one.course(), BigDecimal.ZERO)));
      case Requirement.Group group ->
          member.members.stream().flatMap(below -> earned(below, attained));
    };
  }

  private static BigDecimal sum(Stream<Earned> earned) {
    Map<Object, BigDecimal> once = new HashMap<>();
    earned.forEach(one -> once.merge(one.name(), one.credits(), BigDecimal::max));
    return once.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
