package org.vellum.competency.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.catalogue.CatalogueFixture.aCatalogue;
import static org.vellum.competency.catalogue.CatalogueFixture.competency;
import static org.vellum.competency.catalogue.CatalogueFixture.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.competency.catalogue.CatalogueHistory.Change;
import org.vellum.competency.catalogue.change.AddRelation;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

/** Relations: begun, changed on a day, ended, and in and out with the whole catalogue. */
class RelationsTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final CatalogueFixture fixture = new CatalogueFixture(database);

  @TempDir Path folder;

  @BeforeEach
  void filled() throws Exception {
    fixture.fill(folder);
  }

  @Test
  void an_assessment_at_a_threshold_is_a_rule_of_evidence_and_nothing_else() throws Exception {
    relate("assesses", "lineItem", "item", 5, "0.75");

    assertThat(fixture.catalogue.evidenceFor(Set.of(competency(5))))
        .extracting(EvidenceRule::threshold)
        .containsExactly(new BigDecimal("0.75"));
    assertThat(fixture.rosters.count("competency.relation")).isZero();
    assertThat(fixture.lastBegun())
        .contains(new RulesBegun(Set.of("item"), Set.of(), Optional.empty()));
  }

  @Test
  void what_is_assessed_at_no_threshold_teaches_or_requires_is_no_rule() throws Exception {
    fixture.replaced(aCatalogue());
    relate("assesses", "lineItem", "item", 5, null);
    relate("teaches", "course", "course", 5, null);
    relate("requires", "program", "CERT", 5, "0.9");

    assertThat(fixture.catalogue.evidenceFor(Set.of(competency(5)))).isEmpty();
    assertThat(fixture.relations.of(List.of(competency(5))))
        .extracting(Relation::role, Relation::by)
        .containsExactlyInAnyOrder(
            tuple(Role.ASSESSES, "item"),
            tuple(Role.TEACHES, "course"),
            tuple(Role.REQUIRES, "CERT"));
  }

  @Test
  void a_threshold_makes_a_rule_of_what_was_only_related() throws Exception {
    relate("assesses", "lineItem", "item", 5, null);
    relate("assesses", "lineItem", "item", 5, "0.5");

    assertThat(fixture.catalogue.evidenceFor(Set.of(competency(5)))).hasSize(1);
    assertThat(fixture.relations.of(List.of(competency(5)))).hasSize(1);
    assertThat(fixture.rosters.count("competency.relation where effective_to is not null"))
        .isEqualTo(1);
  }

  @Test
  void a_change_on_a_day_leaves_the_days_before_as_they_were() throws Exception {
    relate("assesses", "lineItem", "item", 5, "0.5");
    fixture.relating(relation("assesses", "lineItem", "item", 5, "0.8").put("from", "2026-09-01"));

    LocalDate day = LocalDate.of(2026, 9, 1);
    assertThat(fixture.catalogue.evidenceFor(Set.of(competency(5))))
        .extracting(EvidenceRule::threshold, EvidenceRule::from, EvidenceRule::to)
        .containsExactlyInAnyOrder(
            tuple(new BigDecimal("0.5"), Optional.empty(), Optional.of(day)),
            tuple(new BigDecimal("0.8"), Optional.of(day), Optional.empty()));
    assertThat(fixture.rosters.count("competency.evidence_rule")).isEqualTo(3);
  }

  @Test
  void what_ends_is_kept_among_the_past_and_can_be_begun_again() throws Exception {
    relate("teaches", "course", "course", 5, null);
    UUID id = fixture.ruleFor(5).orElseThrow();

    assertThat(fixture.ending(id)).isTrue();
    assertThat(fixture.ending(id)).isFalse();
    assertThat(fixture.relations.list(filter(false), 10, 0)).isEmpty();
    assertThat(fixture.relations.list(filter(true), 10, 0))
        .extracting(related -> related.relation().role())
        .containsExactly(Role.TEACHES);
    relate("teaches", "course", "course", 5, null);
    assertThat(fixture.relations.count(filter(false))).isEqualTo(1);
  }

  @Test
  void relations_are_listed_so_many_at_a_time() throws Exception {
    for (int i = 1; i <= 7; i++) {
      relate("teaches", "course", "course", i, null);
    }

    assertThat(fixture.relations.count(filter(false))).isEqualTo(7);
    assertThat(fixture.relations.list(filter(false), 5, 5)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'role':'loves'}|/role|role-unknown",
        "{}|/role|missing",
        "{'role':'teaches','course':'course','threshold':0.5}|/threshold|threshold-without-use",
        "{'role':'assesses','program':'CERT','threshold':0.5}|/threshold|threshold-without-use",
        "{'role':'requires','course':'course','threshold':2}|/threshold|threshold-out-of-range",
        "{'role':'teaches','course':'course','program':'CERT'}||one-of-three",
        "{'role':'teaches','course':'course','weight':0}|/weight|not-positive",
        "{'role':'teaches','course':'course','from':'2026-09-02','to':'2026-09-02'}"
            + "|/to|period-empty",
        "{'role':'teaches','course':'course','colour':1}|/colour|member-unknown"
      })
  void what_has_another_form_is_told_with_its_place(String json, String place, String code)
      throws Exception {
    ObjectNode sent = (ObjectNode) Json.mapper().readTree(json.replace('\'', '"'));
    sent.put("competency", competency(5).toString());

    assertThat(refused(fixture.relating(sent)))
        .extracting(Finding::place, Finding::code)
        .contains(tuple(place == null ? "" : place, code));
    assertThat(fixture.rosters.count("competency.relation")).isZero();
  }

  @Test
  void what_leads_nowhere_is_told() throws Exception {
    assertThat(refused(fixture.relating(relation("teaches", "program", "NONE", 99, null))))
        .extracting(Finding::place, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("/program", "program-unknown"), tuple("/competency", "competency-unknown"));
  }

  @Test
  void the_whole_document_holds_relations_and_prerequisites_and_can_be_sent_again()
      throws Exception {
    ObjectNode catalogue = aCatalogue();
    catalogue
        .putArray("relations")
        .add(relation("teaches", "course", "course", 3, null).put("weight", 2))
        .add(relation("requires", "program", "CERT", 3, "0.9").put("from", "2026-09-01"))
        .add(relation("assesses", "lineItem", "item-2", 4, "0.6"));
    catalogue.putArray("prerequisites").add(prerequisite(4, 3).put("to", "2030-01-01"));

    assertThat(fixture.replaced(catalogue)).isEqualTo(new Change(8, 0));
    CatalogueDocument document = fixture.inForce.document();
    assertThat(document.evidence()).as("one place for rules").hasSize(3);
    assertThat(document.relations()).hasSize(2);
    JsonNode read = Json.mapper().valueToTree(document);
    assertThat(read.at("/relations/0/role").asText()).isIn("teaches", "requires");
    assertThat(fixture.replaced(read)).isEqualTo(new Change(0, 0));
    assertThat(fixture.replaced(aCatalogue())).isEqualTo(new Change(0, 4));
  }

  @Test
  void faults_of_the_document_have_their_places_and_nothing_is_stored() throws Exception {
    ObjectNode bad = aCatalogue();
    bad.putArray("relations")
        .add(relation("assesses", "lineItem", "none", 4, "0.6"))
        .add(relation("teaches", "program", "NONE", 4, null));
    bad.putArray("prerequisites").add(prerequisite(1, 2)).add(prerequisite(2, 1));

    assertThat(fixture.refused(bad))
        .extracting(Finding::place, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("/relations/0/lineItem", "line-item-unknown"),
            tuple("/relations/1/program", "program-unknown"),
            tuple("/prerequisites", "circle"));
    assertThat(fixture.inForce.programs()).isEqualTo(Map.of());
  }

  @Test
  void the_same_three_hold_once_on_a_day_wherever_they_stand() throws Exception {
    ObjectNode bad = aCatalogue();
    bad.putArray("relations")
        .add(relation("assesses", "lineItem", "item", 1, "0.6"))
        .add(relation("teaches", "course", "course", 4, null).put("to", "2026-01-01"))
        .add(relation("teaches", "course", "course", 4, null).put("from", "2026-01-01"));
    assertThat(fixture.refused(bad))
        .extracting(Finding::place, Finding::code)
        .containsExactly(tuple("/relations/0", "duplicate"));

    ((ArrayNode) bad.get("relations")).remove(0);
    assertThat(fixture.replaced(bad).begun()).isEqualTo(6);
  }

  @Test
  void changes_are_accounted_for() throws Exception {
    relate("teaches", "course", "course", 5, null);
    fixture.ending(fixture.ruleFor(5).orElseThrow());
    fixture.requiring(prerequisite(1, 2));
    fixture.adding(rule("course", "course", 6, "0.5"));

    List<String> actions =
        fixture.rosters.jdbi.withHandle(handle ->
            handle
                .createQuery("select action from platform.audit_entry order by position")
                .mapTo(String.class)
                .list());
    assertThat(actions)
        .endsWith("relation-begun", "relation-ended", "prerequisite-begun", "evidence-rule-begun");
  }

  private static RelationFilter filter(boolean past) {
    return new RelationFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), past, true);
  }

  private static List<Finding> refused(AddRelation.Result result) {
    return result instanceof AddRelation.Result.Refused refused ? refused.findings() : List.of();
  }

  private void relate(
      String role, String by, String name, int competency, @Nullable String threshold)
      throws Exception {
    assertThat(fixture.relating(relation(role, by, name, competency, threshold)))
        .isInstanceOf(AddRelation.Result.Added.class);
  }

  static ObjectNode relation(
      String role, String by, String name, int competency, @Nullable String threshold) {
    ObjectNode json =
        Json.mapper()
            .createObjectNode()
            .put("role", role)
            .put(by, name)
            .put("competency", competency(competency).toString());
    return threshold == null ? json : json.put("threshold", new BigDecimal(threshold));
  }

  static ObjectNode prerequisite(int competency, int requires) {
    return Json.mapper()
        .createObjectNode()
        .put("competency", competency(competency).toString())
        .put("requires", competency(requires).toString());
  }
}
