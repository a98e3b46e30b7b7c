package org.vellum.competency.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.model.Trees.competency;
import static org.vellum.competency.catalogue.model.Trees.course;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vellum.competency.catalogue.model.Requirement.AllOf;
import org.vellum.competency.catalogue.model.Requirement.CreditsFrom;
import org.vellum.competency.catalogue.model.Requirement.NOf;
import org.vellum.competency.catalogue.model.Requirement.OfCompetency;
import org.vellum.competency.catalogue.model.Requirement.OfCourse;

class FulfilmentTest {
  private static final Optional<String> UNTITLED = Optional.empty();
  private static final Requirement FIRST = new OfCompetency(competency(1), Optional.empty());
  private static final Requirement SECOND = new OfCompetency(competency(2), Optional.of(two()));
  private static final Requirement COURSE = new OfCourse(course(3));
  private static final Attained SECOND_AND_COURSE =
      new Attained(
          Set.of(competency(2)), Set.of(course(3)), Map.of(course(3), BigDecimal.valueOf(3)));

  private static BigDecimal two() {
    return BigDecimal.valueOf(2);
  }

  @Test
  void all_of_wants_every_member() {
    assertThat(fulfilled(new AllOf(UNTITLED, List.of(SECOND, COURSE)))).isTrue();
    assertThat(fulfilled(new AllOf(UNTITLED, List.of(SECOND, COURSE, FIRST)))).isFalse();
  }

  @Test
  void n_of_wants_so_many_members() {
    List<Requirement> members = List.of(FIRST, SECOND, COURSE);

    assertThat(fulfilled(new NOf(UNTITLED, 2, members))).isTrue();
    assertThat(fulfilled(new NOf(UNTITLED, 3, members))).isFalse();
  }

  @Test
  void credits_are_those_of_courses_and_of_competencies_that_state_any() {
    List<Requirement> members = List.of(FIRST, SECOND, COURSE);

    assertThat(fulfilled(new CreditsFrom(UNTITLED, BigDecimal.valueOf(5), members))).isTrue();
    assertThat(fulfilled(new CreditsFrom(UNTITLED, new BigDecimal("5.5"), members))).isFalse();
  }

  @Test
  void what_stands_twice_earns_its_credits_once() {
    List<Requirement> twice = List.of(COURSE, new AllOf(UNTITLED, List.of(COURSE)));
    Fulfilment fulfilment =
        Fulfilment.of(new CreditsFrom(UNTITLED, BigDecimal.valueOf(6), twice), SECOND_AND_COURSE);

    assertThat(fulfilment.have()).isEqualByComparingTo("3");
    assertThat(fulfilment.fulfilled()).isFalse();
  }

  @Test
  void a_group_below_earns_nothing_until_it_is_fulfilled() {
    Requirement half = new AllOf(UNTITLED, List.of(COURSE, FIRST));

    assertThat(
            Fulfilment.of(
                    new CreditsFrom(UNTITLED, BigDecimal.ONE, List.of(half)), SECOND_AND_COURSE)
                .have())
        .isEqualByComparingTo("0");
  }

  @Test
  void an_unfinished_group_makes_nobody_a_graduate() {
    assertThat(fulfilled(new AllOf(UNTITLED, List.of()))).isFalse();
    assertThat(fulfilled(new NOf(UNTITLED, 1, List.of()))).isFalse();
  }

  @RepeatedTest(300)
  void more_attained_is_never_less_fulfilled(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Requirement tree = Trees.tree(random, 4);
    Attained attained = Trees.attained(random);
    List<Fulfilment> before = Fulfilment.of(tree, attained).all().toList();
    List<Fulfilment> after = Fulfilment.of(tree, Trees.more(attained, random)).all().toList();

    assertThat(after).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).have()).isGreaterThanOrEqualTo(before.get(i).have());
      assertThat(after.get(i).fulfilled()).isIn(true, before.get(i).fulfilled());
    }
  }

  @RepeatedTest(300)
  void the_order_of_members_does_not_matter(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Requirement tree = Trees.tree(random, 4);
    Attained attained = Trees.attained(random);
    Fulfilment one = Fulfilment.of(tree, attained);
    Fulfilment other = Fulfilment.of(Trees.shuffled(tree, random), attained);

    assertThat(other.fulfilled()).isEqualTo(one.fulfilled());
    assertThat(other.have()).isEqualByComparingTo(one.have());
    assertThat(other.need()).isEqualByComparingTo(one.need());
  }

  @RepeatedTest(200)
  void what_is_hidden_is_neither_named_nor_counted(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Requirement tree = Trees.tree(random, 4);
    Set<UUID> hidden = Set.of(competency(1), competency(2), competency(3));

    tree.without(hidden)
        .ifPresent(rest -> {
          assertThat(rest.competencies())
              .doesNotContainAnyElementsOf(hidden)
              .isSubsetOf(tree.competencies());
          if (tree.competencies().stream().noneMatch(hidden::contains)) {
            assertThat(rest).isEqualTo(tree);
          }
        });
    Requirement told = new NOf(UNTITLED, 2, List.of(FIRST, COURSE));
    assertThat(told.without(hidden)).contains(new NOf(UNTITLED, 1, List.of(COURSE)));
    assertThat(new AllOf(UNTITLED, List.of(FIRST)).without(hidden)).isEmpty();
  }

  @Test
  void trees_made_by_chance_are_of_both_outcomes() {
    List<Boolean> outcomes =
        Stream.iterate(1, i -> i + 1)
            .limit(300)
            .map(Random::new)
            .map(random -> Fulfilment.of(Trees.tree(random, 4), Trees.attained(random)).fulfilled())
            .toList();

    assertThat(outcomes.stream().filter(fulfilled -> fulfilled).count()).isBetween(50L, 250L);
  }

  private static boolean fulfilled(Requirement requirement) {
    return Fulfilment.of(requirement, SECOND_AND_COURSE).fulfilled();
  }
}
