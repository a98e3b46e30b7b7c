package org.vellum.competency.framework.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.importing.Differences.MemberChange;
import org.vellum.competency.framework.importing.Differences.Named;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class MergeTest {
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final ImportingFixture fixture = new ImportingFixture(database);

  @Test
  void a_preview_shows_what_is_added_changed_member_by_member_and_gone() throws Exception {
    ObjectNode whole = imported(3);
    item(whole, 0).put("fullStatement", "Said otherwise").put("ours", "kept");
    Packages.items(whole).remove(2);
    Packages.addItem(whole, 7);

    Previews.Preview preview = fixture.preview(fixture.planned(whole));

    assertThat(preview.mayMerge()).isTrue();
    assertThat(preview.stale()).isFalse();
    assertThat(preview.differences().added())
        .extracting(Named::identifier)
        .containsExactly(UUID.fromString(Packages.item(7)));
    assertThat(preview.differences().changed())
        .singleElement()
        .satisfies(changed -> {
          assertThat(changed.object().name()).isEqualTo("T.1 Said otherwise");
          assertThat(changed.members())
              .containsExactly(
                  new MemberChange("fullStatement", "Can do thing 1", "Said otherwise"),
                  new MemberChange("ours", "", "kept"));
        });
    assertThat(preview.differences().gone())
        .extracting(Named::identifier)
        .containsExactly(UUID.fromString(Packages.item(3)));
    assertThat(preview.differences().counts())
        .contains(
            new Differences.Count("CFItems", 1, 1, 1, 1),
            new Differences.Count("CFAssociations", 0, 0, 0, 3));
  }

  @Test
  void a_preview_shows_what_breaks() throws Exception {
    ObjectNode whole = imported(3);
    ObjectNode other = Packages.empty();
    Packages.document(other)
        .put("identifier", "22222222-2222-4222-8222-222222222222")
        .put("title", "Another");
    Packages.associate(other, Packages.item(50), "exactMatchOf", Packages.item(2));
    fixture.framework.importing(other.toString());
    evidence(Packages.item(2), "line-1");
    Packages.items(whole).remove(1);

    assertThat(fixture.preview(fixture.planned(whole)).breaks())
        .extracting(Previews.Break::what)
        .containsExactlyInAnyOrder(
            "associations: exactMatchOf in Another", "evidence rules of line-1");
  }

  @Test
  void a_merge_brings_in_what_is_new_and_retires_what_is_gone() throws Exception {
    ObjectNode whole = imported(3);
    item(whole, 0).put("fullStatement", "Said otherwise");
    Packages.items(whole).remove(2);
    Packages.associations(whole).remove(2);
    Packages.items(whole).insert(0, Packages.addItem(Packages.empty(), 7));
    Packages.document(whole).put("title", "Renamed");

    assertThat(fixture.carryingOut(fixture.planned(whole)))
        .isEqualTo(new CarryOutPlan.Result.Merged(DOCUMENT, 1, 1));

    List<JsonNode> items = fixture.served(framework(), true);
    assertThat(items)
        .extracting(item -> item.path("identifier").asText())
        .containsExactly(Packages.item(7), Packages.item(1), Packages.item(2), Packages.item(3));
    assertThat(items.get(1).path("fullStatement").asText()).isEqualTo("Said otherwise");
    assertThat(items.get(3).path("statusEndDate").asText()).isEqualTo("2026-11-02");
    assertThat(items.subList(0, 3)).noneMatch(item -> item.has("statusEndDate"));
    assertThat(fixture.served(framework(), false)).hasSize(3);
    assertThat(framework().title()).isEqualTo("Renamed");
    assertThat(fixture.received(DOCUMENT)).isEqualTo(Json.mapper().readTree(whole.toString()));
    assertThat(fixture.planning(whole)).isEqualTo(new PlanImport.Result.Same(DOCUMENT));
  }

  @Test
  void what_stood_before_a_merge_stays_addressable() throws Exception {
    ObjectNode whole = imported(3);
    JsonNode before = whole.deepCopy();
    Packages.document(whole).put("version", "4");
    Packages.items(whole).remove(0);
    fixture.carryingOut(fixture.planned(whole));

    assertThat(fixture.revisions.list(DOCUMENT, Audience.EVERYONE))
        .singleElement()
        .satisfies(revision -> {
          assertThat(revision.number()).isEqualTo(1);
          assertThat(revision.version()).contains("3");
        });
    for (String label : List.of("1", "3")) {
      String json = fixture.revisions.findPackage(DOCUMENT, label, Audience.EVERYONE).orElseThrow();
      ObjectNode sent = (ObjectNode) Json.mapper().readTree(json);
      sent.remove(List.of("CFDefinitions", "CFRubrics"));
      assertThat(sent).isEqualTo(Json.mapper().readTree(before.toString()));
    }
    assertThat(ImportingFixture.unzipped(fixture.revisions.findReceived(DOCUMENT, 1).orElseThrow()))
        .isEqualTo(Json.mapper().readTree(before.toString()));
    assertThat(fixture.revisions.findPackage(DOCUMENT, "2", Audience.REGISTRARS)).isEmpty();
  }

  @Test
  void an_item_that_its_publisher_brings_back_is_in_force_again() throws Exception {
    ObjectNode whole = imported(3);
    JsonNode before = whole.deepCopy();
    Packages.items(whole).remove(1);
    fixture.carryingOut(fixture.planned(whole));
    fixture.carryingOut(fixture.planned(before));

    assertThat(fixture.served(framework(), true))
        .hasSize(3)
        .noneMatch(item -> item.has("statusEndDate"));
    assertThat(fixture.received(DOCUMENT)).isEqualTo(Json.mapper().readTree(before.toString()));
    assertThat(fixture.revisions.list(DOCUMENT, Audience.EVERYONE)).hasSize(2);
  }

  @Test
  void a_plan_is_refused_once_the_framework_changed() throws Exception {
    ObjectNode whole = imported(3);
    Packages.document(whole).put("title", "First");
    UUID first = fixture.planned(whole);
    Packages.document(whole).put("title", "Second");
    UUID second = fixture.planned(whole);
    fixture.carryingOut(first);

    assertThat(fixture.preview(second).stale()).isTrue();
    assertThat(fixture.carryingOut(second)).isEqualTo(new CarryOutPlan.Result.Stale());
    assertThat(framework().title()).isEqualTo("First");
    assertThat(fixture.carryingOut(first)).isEqualTo(new CarryOutPlan.Result.Unknown());
  }

  @Test
  void an_own_framework_in_force_is_not_merged_into_and_an_own_draft_is() throws Exception {
    ObjectNode whole = Packages.ofItems(2);
    Packages.document(whole).put("adoptionStatus", "Draft");
    fixture.framework.importing(
        whole.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), true);
    Packages.document(whole).put("title", "Drafted again");
    assertThat(fixture.carryingOut(fixture.planned(whole)))
        .isInstanceOf(CarryOutPlan.Result.Merged.class);
    fixture.framework.adopting(DOCUMENT);
    Packages.document(whole).put("title", "Too late");
    UUID late = fixture.planned(whole);

    assertThat(fixture.preview(late).mayMerge()).isFalse();
    assertThat(fixture.carryingOut(late)).isEqualTo(new CarryOutPlan.Result.InForceHere(DOCUMENT));
    assertThat(framework().title()).isEqualTo("Drafted again");
    assertThat(fixture.revisions.list(DOCUMENT, Audience.EVERYONE)).isEmpty();
    assertThat(fixture.revisions.list(DOCUMENT, Audience.REGISTRARS)).hasSize(1);
    assertThat(fixture.revisions.findPackage(DOCUMENT, "1", Audience.EVERYONE)).isEmpty();
  }

  @Test
  void what_is_in_force_is_not_made_a_draft_by_its_publisher() throws Exception {
    ObjectNode whole = Packages.ofItems(1);
    Packages.document(whole).put("adoptionStatus", "Implemented");
    fixture.framework.importing(whole.toString());
    Packages.document(whole).put("adoptionStatus", "Private Draft").put("title", "Withdrawn");
    fixture.carryingOut(fixture.planned(whole));
    assertThat(framework().draft()).isFalse();
    assertThat(framework().title()).isEqualTo("Withdrawn");
    assertThat(framework().adoptionStatus()).contains("Implemented");
  }

  @Test
  void a_retired_item_under_which_something_now_stands_makes_no_circle() throws Exception {
    ObjectNode whole = imported(2);
    Packages.items(whole).remove(1);
    Packages.associations(whole).removeAll();
    Packages.addChild(whole, 1, Packages.item(2));
    fixture.carryingOut(fixture.planned(whole));
    // Item 2 was a child of the document; it is retired, and item 1 now stands below it.
    assertThat(fixture.served(framework(), false))
        .singleElement()
        .satisfies(child ->
            assertThat(child.path("originNodeURI").path("identifier").asText())
                .isEqualTo(Packages.item(1)));
  }

  @Test
  void a_plan_for_a_new_framework_imports_it() throws Exception {
    UUID plan = fixture.planned(Packages.ofItems(5));
    assertThat(fixture.preview(plan).here()).isEmpty();
    assertThat(fixture.preview(plan).differences().added("CFItems")).isEqualTo(5);
    assertThat(fixture.carryingOut(plan))
        .isEqualTo(new CarryOutPlan.Result.Imported(DOCUMENT, 5, 5));
  }

  @Test
  void a_merge_that_fails_leaves_everything_as_it_was() throws Exception {
    ObjectNode whole = imported(3);
    ObjectNode other = Packages.empty();
    Packages.document(other).put("identifier", "22222222-2222-4222-8222-222222222222");
    Packages.addItem(whole, 9);
    UUID plan = fixture.planned(whole);
    Packages.addItem(other, 9);
    fixture.framework.importing(other.toString());

    assertThat(fixture.carryingOut(plan)).isInstanceOf(CarryOutPlan.Result.Refused.class);
    assertThat(fixture.served(framework(), true)).hasSize(3);
    assertThat(fixture.revisions.list(DOCUMENT, Audience.REGISTRARS)).isEmpty();
  }

  private ObjectNode imported(int items) throws Exception {
    ObjectNode whole = Packages.ofItems(items);
    fixture.framework.importing(whole.toString());
    return whole;
  }

  private Framework framework() {
    return fixture.framework.frameworks.find(DOCUMENT, Audience.REGISTRARS).orElseThrow();
  }

  private static ObjectNode item(ObjectNode whole, int index) {
    return (ObjectNode) Packages.items(whole).get(index);
  }

  private void evidence(String item, String lineItem) {
    fixture.framework.jdbi.useHandle(handle -> {
      handle.execute("set session_replication_role = replica");
      handle.execute(
          "insert into competency.evidence_rule (id, competency, line_item_sourced_id, threshold,"
              + " effective_from) values (?, ?::uuid, ?, 0.7, '2026-01-01')",
          UUID.fromString(item),
          item,
          lineItem);
      handle.execute("set session_replication_role = origin");
    });
  }
}
