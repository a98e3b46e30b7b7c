package org.vellum.competency.framework.versions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.competency.framework.versions.model.Difference.Field;
import org.vellum.competency.framework.versions.model.Outline.Item;
import org.vellum.competency.framework.versions.model.Outline.Link;

class DifferenceTest {
  private static final Map<String, String> NO_SUCCESSORS = Map.of();

  @Test
  void a_version_is_not_different_from_itself() {
    Outline version = outline(item("a", "", "Reads"), item("b", "a", "Writes"));
    Difference difference = Difference.between(version, version, NO_SUCCESSORS);
    assertThat(difference.isEmpty()).isTrue();
    assertThat(difference.same()).isEqualTo(2);
  }

  @Test
  void a_copy_with_fresh_identifiers_is_not_different_either() {
    Outline before = outline(item("a", "", "Reads"), item("b", "a", "Writes"));
    Outline after = outline(item("a2", "", "Reads"), item("b2", "a2", "Writes"));
    Difference difference = Difference.between(before, after, Map.of("a", "a2", "b", "b2"));
    assertThat(difference.isEmpty()).isTrue();
  }

  @Test
  void what_succeeds_nothing_is_added_and_what_nothing_succeeds_is_retired() {
    Difference difference =
        Difference.between(
            outline(item("a", "", "Reads"), item("b", "", "Writes")),
            outline(item("a2", "", "Reads"), item("c", "", "Counts")),
            Map.of("a", "a2"));
    assertThat(difference.added()).extracting(Item::identifier).containsExactly("c");
    assertThat(difference.retired())
        .containsExactly(new Difference.Retired(item("b", "", "Writes"), ""));
    assertThat(difference.same()).isEqualTo(1);
  }

  @Test
  void a_changed_item_tells_each_member_that_says_something_else() {
    Item before = new Item("a", "Reads", "", Map.of("fullStatement", "Reads", "notes", "n"));
    Item after = new Item("a2", "Reads well", "", Map.of("fullStatement", "Reads well", "x", "y"));
    Difference difference = Difference.between(outline(before), outline(after), Map.of("a", "a2"));
    assertThat(difference.changed())
        .singleElement()
        .satisfies(changed ->
            assertThat(changed.fields())
                .containsExactly(
                    new Field("fullStatement", "Reads", "Reads well"),
                    new Field("notes", "n", ""),
                    new Field("x", "", "y")));
    assertThat(difference.same()).isZero();
  }

  @Test
  void an_item_whose_force_ends_is_retired_with_the_day() {
    Item after =
        new Item(
            "a2", "Reads", "", Map.of("fullStatement", "Reads", "statusEndDate", "2026-11-02"));
    Difference difference =
        Difference.between(outline(item("a", "", "Reads")), outline(after), Map.of("a", "a2"));
    assertThat(difference.retired()).containsExactly(new Difference.Retired(after, "2026-11-02"));
    assertThat(Difference.between(outline(after), outline(after), NO_SUCCESSORS).retired())
        .isEmpty();
  }

  @Test
  void an_item_below_another_is_moved_and_its_own_children_are_not() {
    Outline before =
        outline(item("a", "", "A"), item("b", "", "B"), item("c", "a", "C"), item("d", "c", "D"));
    Outline after =
        outline(item("a", "", "A"), item("b", "", "B"), item("c", "b", "C"), item("d", "c", "D"));
    assertThat(Difference.between(before, after, NO_SUCCESSORS).moved())
        .containsExactly(new Difference.Moved(item("c", "b", "C"), "A", "B", false));
  }

  @Test
  void the_first_of_four_siblings_that_becomes_the_last_is_the_only_one_moved() {
    Outline before =
        outline(item("a", "", "A"), item("b", "", "B"), item("c", "", "C"), item("d", "", "D"));
    Outline after =
        outline(item("b", "", "B"), item("c", "", "C"), item("d", "", "D"), item("a", "", "A"));
    assertThat(Difference.between(before, after, NO_SUCCESSORS).moved())
        .containsExactly(new Difference.Moved(item("a", "", "A"), "", "", true));
  }

  @Test
  void two_items_that_became_one_are_both_compared_with_it() {
    Outline before = outline(item("a", "", "Reads"), item("b", "", "Reads aloud"));
    Outline after = outline(item("c", "", "Reads"));
    Difference difference = Difference.between(before, after, Map.of("a", "c", "b", "c"));
    assertThat(difference.added()).isEmpty();
    assertThat(difference.retired()).isEmpty();
    assertThat(difference.changed())
        .extracting(each -> each.before().identifier())
        .containsExactly("b");
  }

  @Test
  void associations_are_the_same_if_they_link_successors() {
    Outline before =
        new Outline(
            Map.of(),
            outline(item("a", "", "A")).items(),
            List.of(
                new Link("a", "exactMatchOf", "x", "one"), new Link("a", "precedes", "y", "two")));
    Outline after =
        new Outline(
            Map.of(),
            outline(item("a2", "", "A")).items(),
            List.of(
                new Link("a2", "exactMatchOf", "x", "one"),
                new Link("a2", "isRelatedTo", "y", "three")));
    Difference difference = Difference.between(before, after, Map.of("a", "a2"));
    assertThat(difference.linked()).extracting(Link::title).containsExactly("three");
    assertThat(difference.unlinked()).extracting(Link::title).containsExactly("two");
  }

  @Test
  void the_document_is_compared_too() {
    Difference difference =
        Difference.between(
            new Outline(Map.of("title", "Old"), Map.of(), List.of()),
            new Outline(Map.of("title", "New"), Map.of(), List.of()),
            NO_SUCCESSORS);
    assertThat(difference.document()).containsExactly(new Field("title", "Old", "New"));
    assertThat(difference.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"123456, 6", "654321, 1", "236145, 4", "'', 0", "213, 2"})
  void as_many_siblings_as_can_be_keep_their_order(String order, int kept) {
    List<Integer> places = order.chars().mapToObj(digit -> digit - '0').toList();
    assertThat(Increasing.longest(places, place -> place)).hasSize(kept).isSubsetOf(places);
    assertThat(List.copyOf(Increasing.longest(places, place -> place)))
        .isSortedAccordingTo((one, other) -> other - one);
  }

  private static Item item(String identifier, String parent, String statement) {
    return new Item(
        identifier, statement, parent, new HashMap<>(Map.of("fullStatement", statement)));
  }

  private static Outline outline(Item... items) {
    Map<String, Item> byIdentifier = new LinkedHashMap<>();
    for (Item item : items) {
      byIdentifier.put(item.identifier(), item);
    }
    return new Outline(Map.of(), byIdentifier, List.of());
  }
}
