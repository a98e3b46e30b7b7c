package org.vellum.competency.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vellum.competency.catalogue.model.Circle.Step;

class CircleTest {
  private static final Optional<LocalDate> FIRST = Optional.of(LocalDate.of(2026, 9, 1));
  private static final Optional<LocalDate> SECOND = Optional.of(LocalDate.of(2027, 9, 1));

  @Test
  void a_circle_is_named_from_its_first_to_its_first() {
    List<Step<String>> steps = List.of(step("a", "b"), step("b", "c"), step("c", "b"));

    assertThat(Circle.find(steps).orElseThrow()).hasSize(3).startsWith("b").endsWith("b");
    assertThat(Circle.find(List.of(step("a", "a")))).contains(List.of("a", "a"));
  }

  @Test
  void two_ways_to_one_prerequisite_are_no_circle() {
    assertThat(Circle.find(List.of(step("a", "b"), step("a", "c"), step("b", "d"), step("c", "d"))))
        .isEmpty();
  }

  @Test
  void an_order_that_is_turned_round_on_a_day_is_no_circle() {
    Period before = new Period(Optional.empty(), FIRST);
    Period after = new Period(FIRST, Optional.empty());
    Period muchLater = new Period(SECOND, Optional.empty());

    assertThat(Circle.find(List.of(new Step<>("a", "b", before), new Step<>("b", "a", after))))
        .isEmpty();
    assertThat(Circle.find(List.of(new Step<>("a", "b", after), new Step<>("b", "a", muchLater))))
        .isPresent();
  }

  @Test
  void a_long_chain_needs_no_deep_stack() {
    List<Step<Integer>> chain = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      chain.add(new Step<>(i, i + 1, Period.ALWAYS));
    }
    assertThat(Circle.find(chain)).isEmpty();
    chain.add(new Step<>(50_000, 0, Period.ALWAYS));
    assertThat(Circle.find(chain).orElseThrow()).hasSize(50_002);
  }

  @RepeatedTest(200)
  void a_circle_is_made_of_the_steps_and_an_order_has_none(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Step<Integer>> downwards = new ArrayList<>();
    List<Step<Integer>> steps = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      int one = random.nextInt(10);
      int other = random.nextInt(10);
      steps.add(new Step<>(one, other, Period.ALWAYS));
      if (one > other) {
        downwards.add(steps.getLast());
      }
    }
    assertThat(Circle.find(downwards)).isEmpty();
    Circle.find(steps)
        .ifPresent(circle -> {
          assertThat(circle.getFirst()).isEqualTo(circle.getLast());
          for (int i = 1; i < circle.size(); i++) {
            assertThat(steps).contains(new Step<>(circle.get(i - 1), circle.get(i), Period.ALWAYS));
          }
        });
  }

  private static Step<String> step(String subject, String requires) {
    return new Step<>(subject, requires, Period.ALWAYS);
  }
}
