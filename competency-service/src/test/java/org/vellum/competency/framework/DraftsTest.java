package org.vellum.competency.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.competency.framework.AdoptFramework.Result;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** A draft is there for registrars and for nobody else, until it is adopted. */
class DraftsTest {
  private static final UUID DOCUMENT = UUID.fromString(Packages.DOCUMENT);
  private static final UUID ITEM = UUID.fromString(Packages.item(1));
  private static final UUID TYPE = UUID.fromString(Packages.item(500));

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final FrameworkFixture fixture = new FrameworkFixture(database);

  @Test
  void a_draft_is_seen_by_registrars_only() throws Exception {
    importDraft();

    assertThat(fixture.frameworks.count(Audience.EVERYONE)).isZero();
    assertThat(fixture.frameworks.list(Audience.EVERYONE, 10, 0)).isEmpty();
    assertThat(fixture.frameworks.find(DOCUMENT, Audience.EVERYONE)).isEmpty();
    assertThat(fixture.frameworks.findCompetency(ITEM)).isEmpty();
    assertThat(fixture.objects.findItem(ITEM, Audience.EVERYONE)).isEmpty();
    assertThat(fixture.objects.listAssociationsOf(ITEM, Audience.EVERYONE)).isEmpty();
    assertThat(association(Audience.EVERYONE)).isFalse();
    assertThat(types(Audience.EVERYONE)).isZero();

    assertThat(fixture.frameworks.count(Audience.REGISTRARS)).isEqualTo(1);
    assertThat(fixture.frameworks.list(Audience.REGISTRARS, 10, 0)).hasSize(1);
    assertThat(fixture.objects.findItem(ITEM, Audience.REGISTRARS)).isPresent();
    assertThat(fixture.objects.listAssociationsOf(ITEM, Audience.REGISTRARS)).hasSize(1);
    assertThat(association(Audience.REGISTRARS)).isTrue();
    assertThat(types(Audience.REGISTRARS)).isEqualTo(1);
  }

  @Test
  void a_draft_does_not_show_through_the_associations_of_a_public_item() throws Exception {
    importDraft();
    ObjectNode other = Packages.empty();
    String document = "22222222-2222-4222-8222-222222222222";
    Packages.document(other).put("identifier", document);
    Packages.addItem(other, 77);
    fixture.importing(other.toString());
    FrameworkContents contents = new FrameworkContents(fixture.jdbi);

    assertThat(contents.findItems(List.of(ITEM.toString()), Audience.EVERYONE)).isEmpty();
    assertThat(
            fixture.objects.listAssociationsOf(
                UUID.fromString(Packages.item(77)), Audience.EVERYONE))
        .isEmpty();
    assertThat(
            fixture.objects.listAssociationsOf(
                UUID.fromString(Packages.item(77)), Audience.REGISTRARS))
        .hasSize(1);
  }

  @Test
  void an_adopted_draft_is_public_and_says_since_when() throws Exception {
    importDraft();

    assertThat(fixture.adopting(DOCUMENT)).isEqualTo(new Result.Adopted(DOCUMENT));

    Framework framework = fixture.frameworks.find(DOCUMENT, Audience.EVERYONE).orElseThrow();
    JsonNode document = Json.mapper().readTree(framework.document());
    assertThat(framework.draft()).isFalse();
    assertThat(framework.adoptionStatus()).contains("Implemented");
    assertThat(document.path("adoptionStatus").textValue()).isEqualTo("Implemented");
    assertThat(document.path("statusStartDate").textValue()).isEqualTo("2026-11-02");
    assertThat(document.path("lastChangeDateTime").textValue())
        .isEqualTo(FrameworkFixture.NOW.toString());
    assertThat(fixture.frameworks.findCompetency(ITEM)).isPresent();
    assertThat(audited("framework-adopted")).isEqualTo(1);
  }

  @Test
  void adopting_twice_changes_nothing_and_an_unknown_framework_is_unknown() throws Exception {
    importDraft();
    fixture.adopting(DOCUMENT);
    assertThat(fixture.adopting(DOCUMENT)).isEqualTo(new Result.NoDraft(DOCUMENT));
    assertThat(fixture.adopting(ITEM)).isEqualTo(new Result.Unknown());
  }

  @Test
  void the_same_draft_again_is_known_even_after_its_adoption() throws Exception {
    String json = importDraft();
    fixture.adopting(DOCUMENT);
    assertThat(fixture.importing(json))
        .isEqualTo(new ImportFramework.Result.AlreadyImported(DOCUMENT));
    assertThat(fixture.frameworks.find(DOCUMENT, Audience.EVERYONE)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Draft, Draft, true",
    "draft, Draft, true",
    "Private Draft, Draft, true",
    "Adopted, Implemented, false",
    "Deprecated, Retired, false",
    "Pending Implementation, Pending Implementation, false",
    "Something of our own, Something of our own, false"
  })
  void old_words_for_the_status_become_those_of_today(String given, String now, boolean draft)
      throws Exception {
    ObjectNode whole = Packages.ofItems(1);
    Packages.document(whole).put("adoptionStatus", given);
    fixture.importing(whole.toString());
    Framework framework = fixture.frameworks.find(DOCUMENT, Audience.REGISTRARS).orElseThrow();
    assertThat(framework.adoptionStatus()).contains(now);
    assertThat(framework.draft()).isEqualTo(draft);
    assertThat(framework.document()).contains("\"adoptionStatus\":\"" + now + "\"");
  }

  private String importDraft() throws Exception {
    ObjectNode whole = Packages.ofItems(1);
    Packages.document(whole).put("adoptionStatus", "Draft");
    Packages.associate(whole, Packages.item(70), "isRelatedTo", Packages.item(77));
    whole
        .putObject("CFDefinitions")
        .putArray("CFItemTypes")
        .addObject()
        .put("identifier", TYPE.toString())
        .put("title", "Kind");
    fixture.importing(whole.toString());
    return whole.toString();
  }

  private boolean association(Audience audience) {
    UUID identifier = UUID.fromString(Packages.association(0));
    return fixture.objects.findAssociation(identifier, audience).isPresent();
  }

  private int types(Audience audience) {
    return fixture.objects.listDefinitions(CaseClass.ITEM_TYPE, TYPE, audience).size();
  }

  private int audited(String action) {
    return fixture.jdbi.withHandle(handle ->
        handle
            .createQuery("select count(*) from platform.audit_entry where action = :action")
            .bind("action", action)
            .mapTo(Integer.class)
            .one());
  }
}
