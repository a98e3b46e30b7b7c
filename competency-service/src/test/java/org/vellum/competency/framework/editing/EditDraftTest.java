package org.vellum.competency.framework.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.casepackage.CaseClass;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class EditDraftTest {
  private static final UUID FIRST = UUID.fromString(Packages.item(1));
  private static final String NOW = "2026-11-02T10:15:30Z";

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final EditingFixture fixture = new EditingFixture(database);

  @Test
  void an_item_is_changed_in_place_and_everything_says_when() throws Exception {
    fixture.draftOf(3);
    fixture.done(fixture.saving(1, Map.of("fullStatement", "Can do more", "notes", "")));

    ObjectNode item = fixture.item(1);
    assertThat(item.path("fullStatement").asText()).isEqualTo("Can do more");
    assertThat(item.path("lastChangeDateTime").asText()).isEqualTo(NOW);
    assertThat(item.path("uri").asText()).startsWith("https://publisher.example/");
    JsonNode document = Json.mapper().readTree(fixture.draft().document());
    assertThat(document.path("lastChangeDateTime").asText()).isEqualTo(NOW);
    assertThat(fixture.content().path("CFItems").path(0).path("fullStatement").asText())
        .isEqualTo("Can do more");
    assertThat(fixture.nodes.search("do more", EditingFixture.DRAFT, Audience.REGISTRARS, 9))
        .hasSize(1);
  }

  @Test
  void every_member_that_case_knows_of_an_item_can_be_written() throws Exception {
    ObjectNode whole = Packages.ofItems(1);
    Packages.document(whole).put("adoptionStatus", "Draft");
    ObjectNode definitions = whole.putObject("CFDefinitions");
    for (String collection : List.of("CFItemTypes", "CFConcepts", "CFSubjects", "CFLicenses")) {
      definitions
          .putArray(collection)
          .addObject()
          .put("identifier", "eeeeeeee-0000-4000-8000-00000000000" + definitions.size())
          .put("title", "Of " + collection);
    }
    fixture.imported(whole);
    Map<String, String> form = new LinkedHashMap<>();
    for (Field field : Field.of(CaseClass.ITEM)) {
      form.put(
          field.name(),
          switch (field.kind()) {
            case DATE -> "2026-09-01";
            case JSON -> "{\"ours\": [1, true]}";
            case LIST -> "one\n two \n\n";
            case LINK, LINKS ->
                fixture
                    .nodes
                    .definitions(EditingFixture.DRAFT, field.collection())
                    .keySet()
                    .stream()
                    .findFirst()
                    .orElseThrow();
            default -> "Text of " + field.name();
          });
    }
    fixture.done(fixture.saving(1, form));

    ObjectNode item = fixture.item(1);
    assertThat(item.propertyStream().map(Map.Entry::getKey)).containsAll(form.keySet());
    assertThat(item.path("educationLevel")).hasSize(2);
    assertThat(item.path("subjectURI").path(0).path("title").asText()).isEqualTo("Of CFSubjects");
    assertThat(item.path("extensions").path("ours")).hasSize(2);
  }

  @Test
  void what_case_does_not_know_survives_a_change() throws Exception {
    ObjectNode whole = Packages.ofItems(1);
    Packages.document(whole).put("adoptionStatus", "Draft");
    ((ObjectNode) Packages.items(whole).path(0)).put("ourOwn", 7).putNull("abbreviatedStatement");
    fixture.imported(whole);
    fixture.done(fixture.saving(1, Map.of("fullStatement", "Changed")));
    assertThat(fixture.content().path("CFItems").path(0).path("ourOwn").asInt()).isEqualTo(7);
  }

  @Test
  void whoever_saves_second_loses_nothing_and_sees_both_versions() throws Exception {
    fixture.draftOf(1);
    Edit mine = fixture.saving(1, Map.of("fullStatement", "Mine"));
    fixture.done(fixture.saving(1, Map.of("fullStatement", "Theirs")));

    EditDraft.Result result = fixture.edit(mine);
    assertThat(result)
        .isInstanceOfSatisfying(
            EditDraft.Result.Lost.class,
            lost -> {
              assertThat(
                      StoredObjects.sent(lost.theirs().orElseThrow())
                          .path("fullStatement")
                          .asText())
                  .isEqualTo("Theirs");
              assertThat(lost.mine().after().orElseThrow().path("fullStatement").asText())
                  .isEqualTo("Mine");
            });
    assertThat(fixture.item(1).path("fullStatement").asText()).isEqualTo("Theirs");
  }

  @Test
  void of_many_who_save_at_once_one_wins_and_the_others_are_told() throws Exception {
    fixture.draftOf(1);
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      edits.add(fixture.saving(1, Map.of("fullStatement", "Version " + i)));
    }
    List<EditDraft.Result> results;
    try (ExecutorService people = Executors.newFixedThreadPool(edits.size())) {
      List<Future<EditDraft.Result>> saving =
          edits.stream().map(edit -> people.submit(() -> fixture.edit(edit))).toList();
      results = new ArrayList<>();
      for (Future<EditDraft.Result> each : saving) {
        results.add(each.get());
      }
    }
    assertThat(results).filteredOn(EditDraft.Result.Changed.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(EditDraft.Result.Lost.class::isInstance).hasSize(5);
    assertThat(fixture.changes.list(EditingFixture.DRAFT, 9)).hasSize(1);
  }

  @Test
  void two_people_change_different_items_without_waiting_for_each_other() throws Exception {
    fixture.draftOf(2);
    Edit one = fixture.saving(1, Map.of("fullStatement", "One"));
    Edit title = fixture.saving(CaseClass.DOCUMENT, EditingFixture.DRAFT, Map.of("title", "New"));
    Edit two = fixture.saving(2, Map.of("fullStatement", "Two"));
    fixture.done(one);
    fixture.done(title);
    fixture.done(two);
    assertThat(fixture.draft().title()).isEqualTo("New");
  }

  @Test
  void an_adopted_framework_refuses_every_change() throws Exception {
    fixture.draftOf(12);
    List<Edit> edits =
        List.of(
            fixture.saving(1, Map.of("fullStatement", "x")),
            fixture.saving(CaseClass.DOCUMENT, EditingFixture.DRAFT, Map.of("title", "x")),
            fixture.edits.move(EditingFixture.DRAFT, fixture.node(11), fixture.node(2), 1),
            fixture.edits.removeItem(EditingFixture.DRAFT, fixture.node(1)),
            fixture.edits.retire(EditingFixture.DRAFT, FIRST, LocalDate.EPOCH).orElseThrow(),
            fixture.edits.add(
                CaseClass.ASSOCIATION,
                fixture.edits.association(fixture.node(1), "precedes", fixture.node(2))),
            fixture.edits.add(CaseClass.RUBRIC, fixture.edits.fresh(CaseClass.RUBRIC)));
    fixture.done(fixture.saving(2, Map.of("notes", "the last change before")));
    UUID last = fixture.changes.findLast(EditingFixture.DRAFT).orElseThrow().id();
    fixture.framework.adopting(EditingFixture.DRAFT);
    ObjectNode before = fixture.content();

    for (Edit edit : edits) {
      assertThat(fixture.edit(edit)).isEqualTo(new EditDraft.Result.Adopted(EditingFixture.DRAFT));
    }
    assertThat(fixture.undo(last)).isEqualTo(new UndoChange.Result.Adopted());
    assertThat(fixture.content()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void what_case_requires_cannot_be_taken_away(String nothing) throws Exception {
    fixture.draftOf(1);
    EditDraft.Result result = fixture.edit(fixture.saving(1, Map.of("fullStatement", nothing)));
    assertThat(result)
        .isInstanceOfSatisfying(
            EditDraft.Result.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .anyMatch(finding -> finding.place().equals("/fullStatement")));
    assertThat(fixture.item(1).path("fullStatement").asText()).isEqualTo("Can do thing 1");
  }

  @Test
  void what_a_form_cannot_mean_is_told_by_member() throws Exception {
    fixture.draftOf(1);
    Form.Read read =
        fixture.reading.read(
            fixture.draft(),
            CaseClass.ITEM,
            fixture.item(1),
            Map.of(
                "extensions", new String[] {"[1]"},
                "CFItemTypeURI", new String[] {Packages.item(99)}));
    assertThat(read.findings())
        .extracting(finding -> finding.place())
        .containsExactlyInAnyOrder("/extensions", "/CFItemTypeURI");
  }

  @Test
  void a_value_that_case_cannot_keep_is_refused_and_not_dropped() throws Exception {
    fixture.draftOf(1);
    EditDraft.Result result = fixture.edit(fixture.saving(1, Map.of("statusEndDate", "soon")));
    assertThat(result).isInstanceOf(EditDraft.Result.Refused.class);
    assertThat(fixture.edit(fixture.saving(1, Map.of("fullStatement", "a\u0000b"))))
        .isInstanceOf(EditDraft.Result.Refused.class);
  }

  @Test
  void what_is_not_here_is_unknown() throws Exception {
    assertThat(fixture.edit(new Edit("nothing", List.of())))
        .isEqualTo(new EditDraft.Result.Unknown());
  }
}
