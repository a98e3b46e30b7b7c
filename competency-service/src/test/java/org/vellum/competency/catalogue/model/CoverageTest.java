package org.vellum.competency.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.model.Trees.competency;
import static org.vellum.competency.catalogue.model.Trees.course;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vellum.competency.catalogue.model.Requirement.AllOf;
import org.vellum.competency.catalogue.model.Requirement.NOf;
import org.vellum.competency.catalogue.model.Requirement.OfCompetency;
import org.vellum.competency.catalogue.model.Requirement.OfCourse;

class CoverageTest {
  private static final UUID ONE = competency(1);
  private static final Set<Hole> OF_OFFERS =
      Set.of(Hole.NOT_TAUGHT, Hole.NOT_ASSESSED, Hole.NO_THRESHOLD);

  @Test
  void what_is_taught_and_assessed_at_a_threshold_has_no_hole() {
    Coverage.Competency covered =
        of(taught(1, "course-0"), assessed(1, "item", "course-0", Optional.of("0.8")));

    assertThat(covered.holes()).isEmpty();
    assertThat(covered.taught()).hasSize(1);
    assertThat(covered.assessed().getFirst().threshold()).contains(new BigDecimal("0.8"));
  }

  @Test
  void what_only_another_program_teaches_is_a_hole_and_told() {
    Coverage.Competency covered = of(taught(1, "course-7"));

    assertThat(covered.holes()).containsExactly(Hole.NOT_TAUGHT, Hole.NOT_ASSESSED);
    assertThat(covered.elsewhere()).hasSize(1);
  }

  @Test
  void an_assessment_without_a_threshold_attains_nothing() {
    assertThat(of(taught(1, "course-0"), assessed(1, "item", "course-0", Optional.empty())).holes())
        .containsExactly(Hole.NO_THRESHOLD);
  }

  @Test
  void an_assessment_below_what_is_required_is_a_hole() {
    Coverage coverage =
        Coverage.of(
            program(
                Optional.empty(),
                Map.of(ONE, Optional.of(new BigDecimal("0.9"))),
                List.of(
                    taught(1, "course-0"),
                    assessed(1, "item", "course-0", Optional.of("0.9")),
                    assessed(1, "easy", "course-0", Optional.of("0.5"))),
                Map.of()));

    assertThat(coverage.competencies().getFirst().holes()).containsExactly(Hole.THRESHOLD_TOO_LOW);
  }

  @Test
  void a_competency_is_covered_when_all_that_stands_below_it_is() {
    List<Offer> nearly =
        List.of(
            taught(11, "course-0"),
            taught(13, "course-1"),
            assessed(11, "item", "course-0", Optional.of("0.8")));
    assertThat(parent(nearly).holes()).containsExactly(Hole.NOT_ASSESSED);
    assertThat(parent(nearly).below())
        .hasValueSatisfying(below -> {
          assertThat(below.taught()).isTrue();
          assertThat(below.assessed()).isFalse();
          assertThat(below.offers()).hasSize(3);
        });

    List<Offer> whole = new ArrayList<>(nearly);
    whole.add(assessed(13, "item", "course-1", Optional.of("0.8")));
    assertThat(parent(whole).holes()).isEmpty();
    assertThat(parent(whole).taught()).isEmpty();
  }

  @Test
  void what_stands_below_covers_nothing_elsewhere_without_a_threshold_or_in_a_circle() {
    List<Offer> offers =
        List.of(
            taught(11, "course-7"),
            taught(12, "course-0"),
            assessed(11, "item", "course-0", Optional.of("0.8")),
            assessed(12, "item", "course-0", Optional.empty()));
    assertThat(parent(offers).holes()).containsExactly(Hole.NOT_TAUGHT, Hole.NOT_ASSESSED);
    Coverage circle = Coverage.of(program(Optional.of(leaf(20)), Map.of(), List.of(), Map.of()));
    assertThat(circle.competencies().getFirst().holes())
        .containsExactly(Hole.NOT_TAUGHT, Hole.NOT_ASSESSED);
  }

  @Test
  void what_can_be_attained_below_the_required_threshold_covers_nothing_above_it() {
    List<Offer> offers =
        List.of(
            assessed(11, "item", "course-0", Optional.of("0.9")),
            assessed(12, "item", "course-0", Optional.of("0.5")));
    Coverage coverage =
        Coverage.of(
            program(
                Optional.empty(),
                Map.of(competency(10), Optional.of(new BigDecimal("0.9"))),
                offers,
                Map.of()));
    assertThat(coverage.competencies().getFirst().holes()).contains(Hole.NOT_ASSESSED);
    assertThat(parent(offers).holes()).containsExactly(Hole.NOT_TAUGHT);
  }

  private static Coverage.Competency parent(List<Offer> offers) {
    return Coverage.of(program(Optional.of(leaf(10)), Map.of(), offers, Map.of()))
        .competencies()
        .getFirst();
  }

  @Test
  void drafts_and_retired_competencies_are_holes() {
    Coverage coverage =
        Coverage.of(program(Optional.of(leaf(1)), Map.of(), List.of(), Map.of(ONE, Hole.DRAFT)));

    assertThat(coverage.competencies().getFirst().holes()).contains(Hole.DRAFT);
  }

  @Test
  void a_choice_makes_elective_unless_it_is_also_required() {
    Requirement tree =
        new AllOf(
            Optional.empty(),
            List.of(leaf(1), new NOf(Optional.empty(), 1, List.of(leaf(1), leaf(2)))));
    Coverage coverage = Coverage.of(program(Optional.of(tree), Map.of(), List.of(), Map.of()));

    assertThat(coverage.competencies())
        .extracting(Coverage.Competency::elective)
        .containsExactly(false, true);
  }

  @Test
  void groups_that_nobody_can_fulfil_and_courses_that_nobody_can_complete_are_told() {
    Requirement hard = new NOf(Optional.of("Hard"), 3, List.of(leaf(1), leaf(2)));
    Requirement empty = new AllOf(Optional.of("Empty"), List.of());
    Requirement tree = new NOf(Optional.empty(), 1, List.of(hard, empty, new OfCourse(course(5))));
    Coverage coverage = Coverage.of(program(Optional.of(tree), Map.of(), List.of(), Map.of()));

    assertThat(coverage.unreachable()).containsExactly(hard, empty);
    assertThat(coverage.courses().getFirst().holes())
        .containsExactly(Hole.UNKNOWN, Hole.NOT_COMPLETABLE);
  }

  @RepeatedTest(200)
  void the_order_of_what_is_offered_does_not_matter(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Requirement tree = Trees.tree(random, 3);
    List<Offer> offers = offers(random);
    List<Offer> shuffled = new ArrayList<>(offers);
    Collections.shuffle(shuffled, random);

    assertThat(Coverage.of(program(Optional.of(tree), Map.of(), shuffled, Map.of())))
        .isEqualTo(Coverage.of(program(Optional.of(tree), Map.of(), offers, Map.of())));
  }

  @RepeatedTest(200)
  void more_offered_never_opens_a_hole(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Requirement tree = Trees.tree(random, 3);
    List<Offer> offers = offers(random);
    List<Offer> more = new ArrayList<>(offers);
    more.addAll(offers(random));
    Map<UUID, Set<Hole>> before = holes(tree, offers);

    holes(tree, more)
        .forEach((competency, holes) -> {
          // From not assessed to assessed at no threshold is a step ahead, too.
          List<Hole> open = holes.stream().filter(OF_OFFERS::contains).toList();
          assertThat(open.size())
              .isLessThanOrEqualTo(
                  (int)
                      before.getOrDefault(competency, Set.of()).stream()
                          .filter(OF_OFFERS::contains)
                          .count());
        });
  }

  private static Map<UUID, Set<Hole>> holes(Requirement tree, List<Offer> offers) {
    Map<UUID, Set<Hole>> holes = new HashMap<>();
    Coverage.of(program(Optional.of(tree), Map.of(), offers, Map.of()))
        .competencies()
        .forEach(one -> holes.put(one.competency(), one.holes()));
    return holes;
  }

  private static List<Offer> offers(Random random) {
    List<Offer> offers = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      int competency = random.nextInt(Trees.NAMES);
      String course = course(random.nextInt(Trees.NAMES));
      offers.add(
          random.nextBoolean()
              ? taught(competency, course)
              : assessed(
                  competency,
                  "item-" + random.nextInt(3),
                  course,
                  random.nextBoolean() ? Optional.of("0.8") : Optional.empty()));
    }
    return offers;
  }

  private static Coverage.Competency of(Offer... offers) {
    return Coverage.of(program(Optional.of(leaf(1)), Map.of(), List.of(offers), Map.of()))
        .competencies()
        .getFirst();
  }

  private static Coverage.Program program(
      Optional<Requirement> requirement,
      Map<UUID, Optional<BigDecimal>> required,
      List<Offer> offers,
      Map<UUID, Hole> standing) {
    return new Coverage.Program(
        "P",
        Set.of(course(0), course(1)),
        requirement,
        required,
        Map.of(
            competency(10), List.of(competency(11), competency(12)),
            competency(12), List.of(competency(13)),
            competency(20), List.of(competency(20))),
        offers,
        standing,
        Set.of(course(0), course(1)),
        Map.of(course(0), BigDecimal.ONE));
  }

  private static Requirement leaf(int number) {
    return new OfCompetency(competency(number), Optional.empty());
  }

  private static Offer taught(int competency, String course) {
    return new Offer(
        competency(competency),
        false,
        new Place(Place.Kind.COURSE, course, Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }

  private static Offer assessed(
      int competency, String item, String course, Optional<String> threshold) {
    return new Offer(
        competency(competency),
        true,
        new Place(Place.Kind.LINE_ITEM, item, Optional.of(course)),
        threshold.map(BigDecimal::new),
        Optional.empty());
  }
}
