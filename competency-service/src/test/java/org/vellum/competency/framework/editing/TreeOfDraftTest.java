package org.vellum.competency.framework.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.framework.editing.EditingFixture.DRAFT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Items of a draft are added, moved and removed, and all of it can be undone. */
class TreeOfDraftTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final EditingFixture fixture = new EditingFixture(database);

  @Test
  void an_added_item_is_the_last_below_its_parent() throws Exception {
    fixture.draftOf(12);
    ObjectNode item = fixture.edits.fresh(CaseClass.ITEM).put("fullStatement", "New");
    fixture.done(fixture.edits.addItem(DRAFT, item, fixture.node(1)));
    assertThat(fixture.below(Packages.item(1)))
        .containsExactly(
            Packages.item(10 + 1), Packages.item(12), item.path("identifier").asText());
    UUID identifier = UUID.fromString(item.path("identifier").asText());
    assertThat(identifier.version()).isEqualTo(4);
    assertThat(fixture.content().path("CFItems").path(12).path("uri").asText())
        .isEqualTo("https://vellum.example/competency/ims/case/v1p1/CFItems/" + identifier);
  }

  @Test
  void an_item_is_moved_among_its_siblings_and_they_are_numbered_anew() throws Exception {
    fixture.draftOf(4);
    fixture.done(fixture.edits.move(DRAFT, fixture.node(4), document(), 2));
    assertThat(fixture.below(Packages.DOCUMENT))
        .containsExactly(Packages.item(1), Packages.item(4), Packages.item(2), Packages.item(3));
    assertThat(fixture.branches.list(DRAFT))
        .extracting(edge -> edge.sequence().orElseThrow())
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void an_item_is_moved_below_another_with_all_its_children() throws Exception {
    fixture.draftOf(30);
    fixture.done(fixture.edits.move(DRAFT, fixture.node(1), fixture.node(2), 1));
    assertThat(fixture.below(Packages.item(2))).first().isEqualTo(Packages.item(1));
    assertThat(fixture.below(Packages.item(1))).hasSize(9);
    assertThat(fixture.below(Packages.DOCUMENT)).doesNotContain(Packages.item(1));
  }

  @Test
  void an_item_cannot_stand_below_itself_or_its_own_children() throws Exception {
    fixture.draftOf(130);
    List<List<String>> before = List.of(fixture.below(Packages.DOCUMENT));
    for (int below : new int[] {1, 11, 110}) {
      EditDraft.Result result =
          fixture.edit(fixture.edits.move(DRAFT, fixture.node(1), fixture.node(below), 1));
      assertThat(result)
          .isInstanceOfSatisfying(
              EditDraft.Result.Refused.class,
              refused -> assertThat(refused.findings().getFirst().code()).isEqualTo("cycle"));
    }
    assertThat(List.of(fixture.below(Packages.DOCUMENT))).isEqualTo(before);
  }

  @Test
  void an_item_that_stood_beside_the_tree_gets_a_place() throws Exception {
    ObjectNode whole = Packages.ofItems(2);
    Packages.document(whole).put("adoptionStatus", "Draft");
    Packages.addItem(whole, 3);
    fixture.imported(whole);
    fixture.done(fixture.edits.move(DRAFT, fixture.node(3), document(), 1));
    assertThat(fixture.below(Packages.DOCUMENT)).first().isEqualTo(Packages.item(3));
  }

  @Test
  void a_removed_item_goes_with_what_stands_below_it_and_comes_back_when_undone() throws Exception {
    fixture.draftOf(130);
    ObjectNode before = fixture.content();
    Edit edit = fixture.edits.removeItem(DRAFT, fixture.node(1));
    assertThat(edit.summary()).isEqualTo("Removed “T.1 Can do thing 1” and 30 below it");
    fixture.done(edit);
    assertThat(fixture.content().path("CFItems")).hasSize(99);
    assertThat(fixture.content().path("CFAssociations")).hasSize(99);

    assertThat(fixture.undo()).isInstanceOf(UndoChange.Result.Undone.class);
    ObjectNode after = fixture.content();
    assertThat(after.path("CFItems")).isEqualTo(before.path("CFItems"));
    assertThat(after.path("CFAssociations")).isEqualTo(before.path("CFAssociations"));
  }

  @Test
  void changes_are_undone_one_after_the_other_the_latest_first() throws Exception {
    fixture.draftOf(2);
    ObjectNode before = fixture.content();
    fixture.done(fixture.saving(1, Map.of("fullStatement", "Once")));
    fixture.done(fixture.saving(1, Map.of("fullStatement", "Twice")));
    fixture.done(fixture.edits.move(DRAFT, fixture.node(2), fixture.node(1), 1));
    UUID first = fixture.changes.list(DRAFT, 9).getLast().id();
    assertThat(fixture.undo(first)).isEqualTo(new UndoChange.Result.NotTheLast());

    fixture.undo();
    assertThat(fixture.item(1).path("fullStatement").asText()).isEqualTo("Twice");
    fixture.undo();
    assertThat(fixture.item(1).path("fullStatement").asText()).isEqualTo("Once");
    fixture.undo();
    assertThat(fixture.content().path("CFItems")).isEqualTo(before.path("CFItems"));
    assertThat(fixture.content().path("CFAssociations")).isEqualTo(before.path("CFAssociations"));
    assertThat(fixture.changes.findLast(DRAFT)).isEmpty();
    assertThat(fixture.changes.list(DRAFT, 9)).hasSize(3).allMatch(Changes.Change::undone);
  }

  @Test
  void an_association_with_an_item_of_another_framework_travels_in_the_package() throws Exception {
    fixture.draftOf(1);
    ObjectNode other = Packages.empty();
    Packages.document(other).put("identifier", Packages.item(900));
    Packages.addItem(other, 77);
    fixture.imported(other);
    Node there = fixture.nodes.search("thing 77", DRAFT, Audience.EVERYONE, 9).getFirst();
    ObjectNode link = fixture.edits.association(fixture.node(1), "exactMatchOf", there);
    fixture.done(fixture.edits.add(CaseClass.ASSOCIATION, link));
    ObjectNode sent = (ObjectNode) fixture.content().path("CFAssociations").path(1);
    assertThat(sent.path("destinationNodeURI").path("uri").asText())
        .isEqualTo("https://publisher.example/CFItems/" + Packages.item(77));
    assertThat(
            fixture.framework.objects.listAssociationsOf(
                UUID.fromString(Packages.item(77)), Audience.EVERYONE))
        .isEmpty();

    fixture.framework.adopting(DRAFT);
    assertThat(
            fixture.framework.objects.listAssociationsOf(
                UUID.fromString(Packages.item(77)), Audience.EVERYONE))
        .hasSize(1);
  }

  private static Node document() {
    return new Node(
        Packages.DOCUMENT,
        "A framework",
        "https://publisher.example/CFDocuments/" + Packages.DOCUMENT,
        "");
  }
}
