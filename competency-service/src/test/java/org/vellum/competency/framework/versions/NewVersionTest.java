package org.vellum.competency.framework.versions;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.vellum.competency.framework.versions.NewVersion.Result;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class NewVersionTest {
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final VersionsFixture fixture = new VersionsFixture(database);

  @Test
  void a_new_version_is_a_draft_and_its_predecessor_stays_as_it_was() throws Exception {
    fixture.imported(Packages.ofItems(12));
    ObjectNode before = fixture.whole.find(DOCUMENT, Audience.EVERYONE).orElseThrow();

    UUID draft = fixture.begun(DOCUMENT);

    Framework framework = find(draft);
    assertThat(framework.draft()).isTrue();
    assertThat(framework.version()).contains("4");
    assertThat(framework.title()).isEqualTo("A framework");
    assertThat(framework.uri())
        .isEqualTo("https://vellum.example/competency/ims/case/v1p1/CFDocuments/" + draft);
    assertThat(fixture.whole.find(DOCUMENT, Audience.EVERYONE)).contains(before);
    assertThat(fixture.framework.frameworks.find(draft, Audience.EVERYONE)).isEmpty();
    assertThat(fixture.whole.find(draft, Audience.EVERYONE)).isEmpty();
  }

  @Test
  void what_replaces_an_item_is_told_to_registrars_only_while_it_is_a_draft() throws Exception {
    fixture.imported(Packages.ofItems(1));
    fixture.begun(DOCUMENT);
    UUID item = UUID.fromString(Packages.item(1));

    assertThat(fixture.framework.objects.listAssociationsOf(item, Audience.EVERYONE)).hasSize(1);
    assertThat(fixture.framework.objects.listAssociationsOf(item, Audience.REGISTRARS))
        .hasSize(2)
        .anyMatch(association -> association.contains("replacedBy"));
  }

  @Test
  void the_link_from_a_former_item_bears_the_address_under_which_it_is_served() throws Exception {
    ObjectNode original = Packages.ofItems(1);
    fixture.framework.importing(original.toString().getBytes(UTF_8), true);
    ObjectNode draft =
        fixture.whole.find(fixture.begun(DOCUMENT), Audience.REGISTRARS).orElseThrow();
    JsonNode replaced = draft.path("CFAssociations").path(1);
    assertThat(replaced.path("originNodeURI").path("uri").asText())
        .isEqualTo("https://vellum.example/competency/ims/case/v1p1/CFItems/" + Packages.item(1));
  }

  @Test
  void a_second_click_leads_to_the_same_draft() throws Exception {
    fixture.imported(Packages.ofItems(1));
    UUID draft = fixture.begun(DOCUMENT);
    assertThat(fixture.beginning(DOCUMENT)).isEqualTo(new Result.AlreadyBegun(draft));
    assertThat(fixture.framework.frameworks.count(Audience.REGISTRARS)).isEqualTo(2);
  }

  @Test
  void a_draft_has_no_new_version_and_neither_has_what_is_not_here() throws Exception {
    fixture.imported(Packages.ofItems(1));
    UUID draft = fixture.begun(DOCUMENT);
    assertThat(fixture.beginning(draft)).isEqualTo(new Result.StillDraft(draft));
    UUID unknown = UUID.fromString(Packages.item(77));
    assertThat(fixture.newVersion.draftFrom(unknown, Packages::empty, "rita"))
        .isEqualTo(new Result.Unknown());
  }

  @Test
  void a_copy_that_cannot_be_taken_in_is_refused_with_the_reasons() throws Exception {
    fixture.imported(Packages.ofItems(1));
    ObjectNode broken = Packages.ofItems(2);
    ((ObjectNode) Packages.items(broken).path(1)).remove("fullStatement");
    Result result =
        database.inTransaction(() -> fixture.newVersion.draftFrom(DOCUMENT, () -> broken, "rita"));
    assertThat(result).isInstanceOf(Result.Refused.class);
    assertThat(((Result.Refused) result).findings())
        .anyMatch(finding -> finding.place().equals("/CFItems/1/fullStatement"));
    assertThat(fixture.framework.frameworks.count(Audience.REGISTRARS)).isEqualTo(1);
  }

  @Test
  void the_line_of_versions_shows_drafts_to_registrars_only() throws Exception {
    fixture.imported(Packages.ofItems(1));
    UUID draft = fixture.begun(DOCUMENT);
    assertThat(line(DOCUMENT, Audience.EVERYONE)).containsExactly(DOCUMENT);
    assertThat(line(DOCUMENT, Audience.REGISTRARS)).containsExactly(DOCUMENT, draft);
    assertThat(line(draft, Audience.REGISTRARS)).containsExactly(DOCUMENT, draft);
    assertThat(fixture.framework.lineages.findPredecessor(draft)).contains(DOCUMENT);
  }

  @Test
  void a_package_put_together_again_is_equal_to_the_one_received() throws Exception {
    ObjectNode original = Packages.ofItems(25);
    Packages.items(original).add(Packages.items(original).path(3).deepCopy());
    original.put("unknown", 1).putObject("CFDefinitions").putArray("CFSubjects");
    fixture.imported(original);
    assertThat(fixture.whole.find(DOCUMENT, Audience.EVERYONE)).contains(original);
  }

  private List<UUID> line(UUID framework, Audience audience) {
    return fixture.framework.lineages.list(framework, audience).stream()
        .map(version -> version.framework().identifier())
        .toList();
  }

  private Framework find(UUID framework) {
    return fixture.framework.frameworks.find(framework, Audience.REGISTRARS).orElseThrow();
  }
}
