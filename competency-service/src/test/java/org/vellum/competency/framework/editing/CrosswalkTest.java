package org.vellum.competency.framework.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.FrameworkFixture;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.Rendered;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

/** A framework is begun with nothing in it, and holds what links two others. */
class CrosswalkTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final EditingFixture fixture = new EditingFixture(database);

  @Test
  void an_empty_framework_is_begun_as_a_draft_of_this_servers_own() throws Exception {
    Framework framework = begun("A crosswalk");
    assertThat(framework.draft()).isTrue();
    assertThat(framework.identifier().version()).isEqualTo(4);
    assertThat(framework.uri())
        .isEqualTo(
            "https://vellum.example/competency/ims/case/v1p1/CFDocuments/"
                + framework.identifier());
    assertThat(fixture.framework.frameworks.count(Audience.EVERYONE)).isZero();
    assertThat(begin(" ")).isInstanceOf(BeginFramework.Result.Refused.class);
    assertThat(begin("a\u0000b")).isInstanceOf(BeginFramework.Result.Refused.class);
    assertThat(
            Rendered.html(
                NewFrameworkResource.page(
                    "<b>", "c", List.of(Finding.error("missing-member", "", "Say it.")))))
        .contains("Say it.", "value=\"&lt;b&gt;\"");
  }

  @Test
  void it_links_items_of_two_adopted_frameworks_and_travels_in_its_package() throws Exception {
    fixture.imported(Packages.ofItems(1));
    ObjectNode other = Packages.empty();
    Packages.document(other).put("identifier", Packages.item(900));
    Packages.addItem(other, 77);
    fixture.imported(other);
    Framework crosswalk = begun("A crosswalk");
    assertThat(Rendered.html(fixture.pages.crosswalk(crosswalk, "thing 1", "thing 77")))
        .contains("name=\"origin\" value=\"" + Packages.item(1))
        .contains("name=\"destination\" value=\"" + Packages.item(77));

    Node from = fixture.nodes.find(Packages.item(1), Audience.REGISTRARS).orElseThrow();
    Node to = fixture.nodes.find(Packages.item(77), Audience.REGISTRARS).orElseThrow();
    ObjectNode link = fixture.edits.association(from, "exactMatchOf", to);
    assertThat(fixture.edit(crosswalk.identifier(), fixture.edits.add(CaseClass.ASSOCIATION, link)))
        .isInstanceOf(EditDraft.Result.Changed.class);

    UUID item = UUID.fromString(Packages.item(1));
    assertThat(fixture.framework.objects.listAssociationsOf(item, Audience.EVERYONE)).hasSize(1);
    fixture.framework.adopting(crosswalk.identifier());
    assertThat(fixture.framework.objects.listAssociationsOf(item, Audience.EVERYONE)).hasSize(2);
    JsonNode sent = fixture.whole.find(crosswalk.identifier(), Audience.EVERYONE).orElseThrow();
    assertThat(sent.path("CFAssociations").path(0).path("associationType").asText())
        .isEqualTo("exactMatchOf");
    assertThat(Rendered.html(fixture.pages.crosswalk(crosswalk, "", "")))
        .contains("T.1 Can do thing 1</td><td data-label=\"Association\">exactMatchOf</td>");
  }

  @Test
  void something_elsewhere_is_named_by_its_address_and_nothing_by_a_script() {
    assertThat(fixture.nodes.find("https://elsewhere.example/x", Audience.EVERYONE))
        .contains(
            new Node(
                "https://elsewhere.example/x",
                "https://elsewhere.example/x",
                "https://elsewhere.example/x",
                ""));
    assertThat(fixture.nodes.find("javascript:alert(1)", Audience.EVERYONE)).isEmpty();
    assertThat(fixture.nodes.find("", Audience.EVERYONE)).isEmpty();
  }

  private Framework begun(String title) throws Exception {
    UUID draft = ((BeginFramework.Result.Begun) begin(title)).draft();
    return fixture.framework.frameworks.find(draft, Audience.REGISTRARS).orElseThrow();
  }

  private BeginFramework.Result begin(String title) throws Exception {
    BeginFramework beginning =
        new BeginFramework(
            fixture.framework.packages,
            fixture.framework.audit,
            FrameworkFixture.CLOCK,
            fixture.framework.ids,
            FrameworkFixture.PLATFORM);
    return database.inTransaction(() -> beginning.begin(title, "Alder Ridge", "rita"));
  }
}
