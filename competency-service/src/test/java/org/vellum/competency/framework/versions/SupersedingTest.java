package org.vellum.competency.framework.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.AdoptFramework;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.Rendered;
import org.vellum.competency.framework.versions.model.Difference;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** A version is adopted, and the one before it is retired and stays. */
class SupersedingTest {
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final VersionsFixture fixture = new VersionsFixture(database);

  @Test
  void an_adopted_version_retires_its_predecessor_which_stays_at_its_address() throws Exception {
    fixture.imported(Packages.ofItems(12));
    ObjectNode before = fixture.whole.find(DOCUMENT, Audience.EVERYONE).orElseThrow();
    UUID draft = fixture.begun(DOCUMENT);
    assertThat(find(DOCUMENT).adoptionStatus()).isEmpty();

    List<Object> followed = new ArrayList<>();
    fixture.framework.successions.areFollowedBy(
        (predecessor, successor, actor) -> followed.addAll(List.of(predecessor, successor, actor)));
    assertThat(fixture.framework.adopting(draft))
        .isEqualTo(new AdoptFramework.Result.Adopted(draft));
    assertThat(followed).containsExactly(DOCUMENT, draft, "rita");

    Framework former = find(DOCUMENT);
    JsonNode document = Json.mapper().readTree(former.document());
    assertThat(former.adoptionStatus()).contains("Retired");
    assertThat(document.path("statusEndDate").asText()).isEqualTo("2026-11-02");
    assertThat(document.path("lastChangeDateTime").asText()).isEqualTo("2026-11-02T10:15:30Z");
    assertThat(fixture.whole.find(DOCUMENT, Audience.EVERYONE)).contains(before);
    UUID item = UUID.fromString(Packages.item(1));
    assertThat(fixture.framework.frameworks.findCompetency(item).orElseThrow().frameworkVersion())
        .contains("3");
    assertThat(fixture.framework.objects.listAssociationsOf(item, Audience.EVERYONE))
        .anyMatch(association -> association.contains("replacedBy"));
  }

  @Test
  void the_next_version_begins_from_the_latest_and_carries_no_older_replacements()
      throws Exception {
    fixture.imported(Packages.ofItems(3));
    UUID second = fixture.begun(DOCUMENT);
    fixture.framework.adopting(second);
    assertThat(fixture.beginning(DOCUMENT)).isEqualTo(new NewVersion.Result.Superseded(second));
    UUID third = fixture.begun(second);
    assertThat(find(third).version()).contains("5");
    assertThat(
            fixture
                .whole
                .find(third, Audience.REGISTRARS)
                .orElseThrow()
                .path("CFAssociations")
                .findValuesAsText("associationType"))
        .filteredOn("replacedBy"::equals)
        .hasSize(3);
    assertThat(find(second).adoptionStatus()).contains("Implemented");
  }

  @Test
  void two_versions_of_one_line_never_bear_the_same_label() throws Exception {
    fixture.imported(Packages.ofItems(1));
    UUID draft = fixture.begun(DOCUMENT);
    fixture.framework.jdbi.useHandle(handle ->
        handle.execute(
            "update competency.framework set version = '3' where identifier = ?", draft));
    assertThat(fixture.framework.adopting(draft))
        .isEqualTo(new AdoptFramework.Result.LabelTaken(DOCUMENT, "3"));
    assertThat(find(draft).draft()).isTrue();
    assertThat(find(DOCUMENT).adoptionStatus()).isEmpty();
  }

  @Test
  void a_version_is_compared_with_any_other_along_the_line() throws Exception {
    fixture.imported(Packages.ofItems(12));
    UUID second = fixture.begun(DOCUMENT);
    fixture.framework.adopting(second);
    UUID third = fixture.begun(second);

    Difference difference = compared(DOCUMENT, third);
    assertThat(difference.added()).isEmpty();
    assertThat(difference.retired()).isEmpty();
    assertThat(difference.changed()).isEmpty();
    assertThat(difference.moved()).isEmpty();
    assertThat(difference.same()).isEqualTo(12);
    assertThat(difference.document())
        .contains(new Difference.Field("version", "3", "5"))
        .extracting(Difference.Field::name)
        .contains("adoptionStatus");
    assertThat(compared(third, DOCUMENT).same()).isEqualTo(12);
  }

  @Test
  void frameworks_that_have_nothing_in_common_are_added_and_retired_whole() throws Exception {
    fixture.imported(Packages.ofItems(2));
    ObjectNode other = Packages.empty();
    Packages.document(other).put("identifier", Packages.item(900));
    Packages.addItem(other, 77);
    fixture.imported(other);
    Difference difference = compared(DOCUMENT, UUID.fromString(Packages.item(900)));
    assertThat(difference.added()).hasSize(1);
    assertThat(difference.retired()).hasSize(2);
  }

  @Test
  void a_framework_does_not_differ_from_itself() throws Exception {
    fixture.imported(Packages.ofItems(3));
    Difference difference = compared(DOCUMENT, DOCUMENT);
    assertThat(difference.same()).isEqualTo(3);
    assertThat(difference.changed()).isEmpty();
    assertThat(difference.added()).isEmpty();
  }

  @Test
  void a_draft_is_compared_for_registrars_only() throws Exception {
    fixture.imported(Packages.ofItems(1));
    UUID draft = fixture.begun(DOCUMENT);
    assertThat(fixture.comparison.find(DOCUMENT, draft, Audience.EVERYONE)).isEmpty();
    assertThat(fixture.comparison.find(draft, DOCUMENT, Audience.EVERYONE)).isEmpty();
  }

  @Test
  void the_page_of_differences_names_them_and_runs_no_script() throws Exception {
    ObjectNode original = Packages.ofItems(3);
    ((ObjectNode) Packages.items(original).path(0))
        .put("fullStatement", "<script>alert(1)</script>");
    fixture.imported(original);
    ObjectNode changed = original.deepCopy();
    ((ObjectNode) Packages.items(changed).path(0)).put("fullStatement", "Says something else");
    Packages.items(changed).remove(2);
    Packages.associations(changed).remove(2);
    Packages.addItem(changed, 4);
    NewVersion.Result.Begun begun =
        (NewVersion.Result.Begun)
            database.inTransaction(
                () -> fixture.newVersion.draftFrom(DOCUMENT, () -> changed, "rita"));

    String html =
        Rendered.html(
            DifferencesResource.page(
                fixture
                    .comparison
                    .find(DOCUMENT, begun.draft(), Audience.REGISTRARS)
                    .orElseThrow()));
    assertThat(html)
        .contains("1 added", "1 changed", "1 retired", "Says something else", "Can do thing 4")
        .contains("<del>&lt;script&gt;", "is not in the later version")
        .doesNotContain("<script>");
  }

  private Difference compared(UUID before, UUID after) {
    return fixture.comparison.find(before, after, Audience.REGISTRARS).orElseThrow().difference();
  }

  private Framework find(UUID framework) {
    return fixture.framework.frameworks.find(framework, Audience.REGISTRARS).orElseThrow();
  }

  @Test
  void the_page_of_versions_lists_the_newest_first() throws Exception {
    fixture.imported(Packages.ofItems(1));
    UUID draft = fixture.begun(DOCUMENT);
    String html =
        Rendered.html(
            VersionsResource.page(
                fixture.framework.lineages.list(DOCUMENT, Audience.REGISTRARS),
                Audience.REGISTRARS));
    assertThat(html.indexOf("/frameworks/" + draft)).isBetween(0, html.indexOf(DOCUMENT + "/att"));
    assertThat(html).contains("differences?from=" + DOCUMENT, "Who attained what");
    assertThat(
            Rendered.html(
                VersionsResource.page(
                    fixture.framework.lineages.list(DOCUMENT, Audience.EVERYONE),
                    Audience.EVERYONE)))
        .doesNotContain(draft.toString(), "Who attained what");
  }
}
