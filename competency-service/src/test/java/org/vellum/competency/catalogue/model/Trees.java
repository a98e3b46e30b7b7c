package org.vellum.competency.catalogue.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Requirements and what was attained, made by chance from a seed. */
final class Trees {
  static final int NAMES = 8;

  private Trees() {}

  static UUID competency(int number) {
    return new UUID(0x4000, number);
  }

  static String course(int number) {
    return "course-" + number;
  }

  /** A tree at most so deep, over eight competencies and eight courses. */
  static Requirement tree(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return leaf(random);
    }
    List<Requirement> members = new ArrayList<>();
    for (int i = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(4); i > 0; i--) {
      members.add(tree(random, depth - 1));
    }
    return switch (random.nextInt(3)) {
      case 0 -> new Requirement.AllOf(Optional.empty(), members);
      case 1 -> new Requirement.NOf(Optional.empty(), 1 + random.nextInt(2), members);
      default ->
          new Requirement.CreditsFrom(
              Optional.empty(), BigDecimal.valueOf(1 + random.nextInt(3)), members);
    };
  }

  private static Requirement leaf(Random random) {
    return random.nextBoolean()
        ? new Requirement.OfCourse(course(random.nextInt(NAMES)))
        : new Requirement.OfCompetency(
            competency(random.nextInt(NAMES)),
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(random.nextInt(4))));
  }

  /** The same tree with the members of each group in another order. */
  static Requirement shuffled(Requirement tree, Random random) {
    List<Requirement> members = new ArrayList<>();
    tree.members().forEach(member -> members.add(shuffled(member, random)));
    Collections.shuffle(members, random);
    return switch (tree) {
      case Requirement.AllOf all -> new Requirement.AllOf(all.title(), members);
      case Requirement.NOf some -> new Requirement.NOf(some.title(), some.n(), members);
      case Requirement.CreditsFrom some ->
          new Requirement.CreditsFrom(some.title(), some.credits(), members);
      default -> tree;
    };
  }

  static Attained attained(Random random) {
    Set<UUID> competencies = new HashSet<>();
    Set<String> courses = new HashSet<>();
    Map<String, BigDecimal> credits = new HashMap<>();
    for (int i = 0; i < NAMES; i++) {
      if (random.nextInt(4) > 0) {
        competencies.add(competency(i));
      }
      if (random.nextInt(4) > 0) {
        courses.add(course(i));
      }
      if (random.nextInt(3) > 0) {
        credits.put(course(i), BigDecimal.valueOf(random.nextInt(5)));
      }
    }
    return new Attained(competencies, courses, credits);
  }

  /** The same and more. */
  static Attained more(Attained attained, Random random) {
    Attained other = attained(random);
    Set<UUID> competencies = new HashSet<>(attained.competencies());
    Set<String> courses = new HashSet<>(attained.courses());
    competencies.addAll(other.competencies());
    courses.addAll(other.courses());
    return new Attained(competencies, courses, attained.credits());
  }
}
