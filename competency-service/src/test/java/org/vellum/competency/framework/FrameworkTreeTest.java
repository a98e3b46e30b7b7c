package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vellum.competency.framework.FrameworkContents.ChildOf;
import org.vellum.competency.framework.FrameworkContents.Item;
import org.vellum.competency.framework.FrameworkTree.Branch;

class FrameworkTreeTest {
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);

  @Test
  void items_stand_below_their_parents_in_the_order_given() {
    FrameworkTree tree =
        FrameworkTree.of(
            DOCUMENT,
            items(4),
            List.of(child(2, DOCUMENT), child(1, DOCUMENT), child(4, item(2)), child(3, item(2))));
    assertThat(codes(tree.roots())).containsExactly("2", "1");
    assertThat(codes(tree.roots().getFirst().children())).containsExactly("4", "3");
    assertThat(tree.levels()).containsExactly(2, 2);
    assertThat(tree.beside()).isEmpty();
  }

  @Test
  void an_item_with_two_parents_stands_in_full_once() {
    FrameworkTree tree =
        FrameworkTree.of(
            DOCUMENT,
            items(4),
            List.of(
                child(1, DOCUMENT),
                child(2, DOCUMENT),
                child(3, item(1)),
                child(3, item(2)),
                child(4, item(3))));
    assertThat(tree.roots().get(0).children().getFirst().children()).hasSize(1);
    Branch again = tree.roots().get(1).children().getFirst();
    assertThat(again.again()).isTrue();
    assertThat(again.children()).isEmpty();
    assertThat(tree.levels()).containsExactly(2, 1, 1);
  }

  @Test
  void a_lattice_with_more_paths_than_can_be_counted_is_no_larger_than_its_links() {
    List<ChildOf> links =
        IntStream.rangeClosed(3, 120)
            .boxed()
            .flatMap(i ->
                IntStream.rangeClosed(1, 2)
                    .mapToObj(parent -> child(i, item(i - parent - (i + 1) % 2))))
            .toList();
    FrameworkTree tree =
        FrameworkTree.of(
            DOCUMENT,
            items(120),
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(child(1, DOCUMENT), child(2, DOCUMENT)),
                    links.stream())
                .toList());
    assertThat(tree.levels().stream().mapToInt(Integer::intValue).sum()).isEqualTo(120);
  }

  @Test
  void items_without_a_place_stand_beside_with_what_is_below_them() {
    FrameworkTree tree =
        FrameworkTree.of(
            DOCUMENT, items(4), List.of(child(1, DOCUMENT), child(3, item(2)), child(4, item(99))));
    assertThat(codes(tree.roots())).containsExactly("1");
    assertThat(codes(tree.beside())).containsExactly("2", "4");
    assertThat(codes(tree.beside().getFirst().children())).containsExactly("3");
  }

  private static List<String> codes(List<Branch> branches) {
    return branches.stream().map(branch -> branch.item().code().orElseThrow()).toList();
  }

  private static List<Item> items(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> new Item(item(i), Optional.of(Integer.toString(i)), Optional.empty(), "Item " + i))
        .toList();
  }

  private static UUID item(int number) {
    return UUID.fromString(Packages.item(number));
  }

  private static ChildOf child(int number, UUID parent) {
    return new ChildOf(Packages.item(number), parent.toString());
  }
}
