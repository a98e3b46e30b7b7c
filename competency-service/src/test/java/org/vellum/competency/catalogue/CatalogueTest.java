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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.catalogue.CatalogueHistory.Change;
import org.vellum.competency.catalogue.change.AddEvidenceRule;
import org.vellum.competency.catalogue.change.ReplaceCatalogue;
import org.vellum.competency.roster.RosterZip;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

class CatalogueTest {
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
  void a_catalogue_is_in_force_as_it_was_sent() throws Exception {
    assertThat(fixture.replaced(aCatalogue())).isEqualTo(new Change(4, 0));

    assertThat(fixture.catalogue.completionOf("course"))
        .contains(
            new CompletionRule(
                "course", "final", new BigDecimal("0.7"), Optional.of(BigDecimal.valueOf(2))));
    assertThat(fixture.catalogue.completionOf("other")).isEmpty();
    assertThat(fixture.catalogue.evidenceFor(Set.of(competency(1))))
        .containsExactly(
            new EvidenceRule(
                competency(1),
                Optional.of("item"),
                Optional.empty(),
                new BigDecimal("0.8"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(fixture.inForce.document().programs())
        .extracting(Program::code, Program::courses)
        .containsExactly(tuple("CERT", List.of("course")));
  }

  @Test
  void a_line_item_evidences_by_its_own_rules_and_those_of_its_course() throws Exception {
    fixture.replaced(aCatalogue());

    RulesInForce rules = fixture.rulesOn("item", "course");
    assertThat(rules.evidence())
        .extracting(EvidenceRule::competency)
        .containsExactly(competency(1), competency(2));
    assertThat(rules.completions())
        .containsExactly(fixture.catalogue.completionOf("course").orElseThrow());
    assertThat(fixture.rulesOn("item-2", "course").evidence())
        .extracting(EvidenceRule::competency)
        .containsExactly(competency(2));
    assertThat(fixture.rulesOn("item-2", "other").completions()).isEmpty();
  }

  @Test
  void what_is_read_may_be_sent_again_and_changes_nothing() throws Exception {
    fixture.replaced(aCatalogue());
    JsonNode read = Json.mapper().valueToTree(fixture.inForce.document());

    assertThat(fixture.replaced(read)).isEqualTo(new Change(0, 0));
  }

  @Test
  void a_catalogue_that_changed_since_it_was_looked_at_is_not_replaced() throws Exception {
    String looked = fixture.inForce.document().fingerprint();
    fixture.replaced(aCatalogue());
    String theirs = fixture.inForce.document().fingerprint();
    assertThat(theirs).hasSize(64).isNotEqualTo(looked);
    ObjectNode mine = aCatalogue();
    mine.putArray("evidence");

    assertThat(fixture.replacing(mine, looked::equals))
        .isEqualTo(new ReplaceCatalogue.Result.Overtaken(fixture.inForce.document()));
    assertThat(fixture.inForce.document().fingerprint()).isEqualTo(theirs);
    assertThat(fixture.replacing(mine, theirs::equals))
        .isInstanceOf(ReplaceCatalogue.Result.Replaced.class);
    assertThat(fixture.inForce.document().evidence()).isEmpty();
  }

  @Test
  void a_change_ends_the_old_rule_and_keeps_it() throws Exception {
    fixture.replaced(aCatalogue());
    ObjectNode changed = aCatalogue();
    ((ObjectNode) changed.at("/evidence/0")).put("threshold", 0.9);
    ((ObjectNode) changed.at("/programs/0")).put("title", "Another");
    ((ArrayNode) changed.get("evidence")).remove(1);

    assertThat(fixture.replaced(changed)).isEqualTo(new Change(2, 3));
    assertThat(fixture.catalogue.evidenceFor(Set.of(competency(2)))).isEmpty();
    assertThat(fixture.rosters.count("competency.evidence_rule")).isEqualTo(3);
    assertThat(fixture.rosters.count("competency.program where effective_to is null")).isEqualTo(1);
  }

  @Test
  void each_reference_that_leads_nowhere_is_told_and_nothing_is_stored() throws Exception {
    fixture.replaced(aCatalogue());
    ObjectNode bad = aCatalogue();
    ((ArrayNode) bad.at("/programs/0/courses")).add("atlantis");
    ((ObjectNode) bad.at("/courses/0/completedBy")).put("category", "none");
    ((ArrayNode) bad.get("evidence"))
        .add(rule("lineItem", "none", 3, "0.5"))
        .add(rule("course", "course", 99, "0.5"))
        .add(rule("course", "none", 4, "0.5"));

    assertThat(fixture.refused(bad))
        .extracting(Finding::place, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("/programs/0/courses/1", "course-unknown"),
            tuple("/courses/0/completedBy/category", "category-unknown"),
            tuple("/evidence/2/lineItem", "line-item-unknown"),
            tuple("/evidence/3/competency", "competency-unknown"),
            tuple("/evidence/4/course", "course-unknown"));
    assertThat(fixture.inForce.document().evidence()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.5", "1.000001", "80", "1e-7", "1e-999999999", "1e999999999"})
  void a_threshold_is_more_than_nothing_and_at_most_all(String threshold) throws Exception {
    ObjectNode bad = aCatalogue();
    ((ObjectNode) bad.at("/evidence/0")).put("threshold", new BigDecimal(threshold));

    assertThat(fixture.refused(bad))
        .extracting(Finding::place)
        .isNotEmpty()
        .containsOnly("/evidence/0/threshold");
  }

  @Test
  void what_is_there_twice_is_refused() throws Exception {
    ObjectNode bad = aCatalogue();
    ((ArrayNode) bad.get("programs")).add(bad.at("/programs/0").deepCopy());
    ((ArrayNode) bad.at("/programs/0/courses")).add("course");
    ((ArrayNode) bad.get("courses")).add(bad.at("/courses/0").deepCopy());
    ((ArrayNode) bad.get("evidence")).add(rule("lineItem", "item", 1, "0.5"));

    assertThat(fixture.refused(bad))
        .extracting(Finding::place, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("/programs/1/code", "duplicate"),
            tuple("/programs/0/courses/1", "duplicate"),
            tuple("/courses/1/courseSourcedId", "duplicate"),
            tuple("/evidence/2", "duplicate"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]||not-an-object",
        "7||not-an-object",
        "{\"programmes\":[]}|/programmes|member-unknown",
        "{\"programs\":{}}|/programs|not-an-array",
        "{\"programs\":[{\"title\":\"T\"}]}|/programs/0/code|missing",
        "{\"programs\":[{\"code\":\"C\",\"title\":7}]}|/programs/0/title|not-a-text",
        "{\"programs\":[{\"code\":\"C\",\"title\":\"T\",\"effectiveFrom\":\"1/05/2023\"}]}"
            + "|/programs/0/effectiveFrom|not-a-date",
        "{\"courses\":[{\"courseSourcedId\":\"course\"}]}|/courses/0/completedBy|not-an-object",
        "{\"evidence\":[{\"competency\":\"x\",\"course\":\"course\",\"threshold\":1}]}"
            + "|/evidence/0/competency|not-an-identifier",
        "{\"evidence\":[null]}|/evidence/0|not-an-object"
      })
  void what_has_another_form_is_told_with_its_place(String json, String place, String code)
      throws Exception {
    assertThat(fixture.refused(Json.mapper().readTree(json)))
        .extracting(Finding::place, Finding::code)
        .contains(tuple(place == null ? "" : place, code));
    assertThat(fixture.rosters.count("competency.program")).isZero();
  }

  @Test
  void a_rule_names_a_line_item_or_a_course_and_not_both() throws Exception {
    ObjectNode both = rule("lineItem", "item", 1, "0.5").put("course", "course");

    assertThat(fixture.adding(both)).isInstanceOf(AddEvidenceRule.Result.Refused.class);
    assertThat(fixture.rosters.count("competency.evidence_rule")).isZero();
  }

  @Test
  void what_rules_that_began_cover_is_announced_and_no_more() throws Exception {
    fixture.replaced(aCatalogue());
    assertThat(fixture.lastBegun())
        .contains(new RulesBegun(Set.of("item"), Set.of("course"), Optional.empty()));

    fixture.adding(rule("lineItem", "item-2", 5, "0.5"));
    RulesBegun second = new RulesBegun(Set.of("item-2"), Set.of(), Optional.empty());
    assertThat(fixture.lastBegun()).contains(second);

    fixture.replaced(aCatalogue());
    assertThat(fixture.lastBegun()).as("a rule that ended begins nothing").contains(second);
  }

  @Test
  void a_single_rule_begins_is_known_and_ends() throws Exception {
    assertThat(fixture.adding(rule("lineItem", "item", 5, "0.50")))
        .isInstanceOf(AddEvidenceRule.Result.Added.class);
    assertThat(fixture.adding(rule("lineItem", "item", 5, "0.5")))
        .isInstanceOf(AddEvidenceRule.Result.Known.class);
    UUID id = fixture.ruleFor(5).orElseThrow();

    assertThat(fixture.ending(id)).isTrue();
    assertThat(fixture.ending(id)).isFalse();
    assertThat(fixture.catalogue.evidenceFor(Set.of(competency(5)))).isEmpty();
    assertThat(fixture.rosters.count("competency.evidence_rule")).isEqualTo(1);
  }

  @Test
  void another_threshold_for_the_same_pair_takes_the_place_of_the_first() throws Exception {
    fixture.adding(rule("lineItem", "item", 5, "0.5"));
    fixture.adding(rule("lineItem", "item", 5, "0.75"));

    assertThat(fixture.catalogue.evidenceFor(Set.of(competency(5))))
        .extracting(EvidenceRule::threshold)
        .containsExactly(new BigDecimal("0.75"));
  }

  @Test
  void changes_are_accounted_for() throws Exception {
    fixture.replaced(aCatalogue());
    fixture.adding(rule("course", "course", 6, "0.5"));
    fixture.ending(fixture.ruleFor(6).orElseThrow());

    List<String> actions =
        fixture.rosters.jdbi.withHandle(handle ->
            handle
                .createQuery("select action from platform.audit_entry order by position")
                .mapTo(String.class)
                .list());
    assertThat(actions)
        .endsWith("catalogue-replaced", "evidence-rule-begun", "evidence-rule-ended");
  }

  @Test
  void the_catalogue_of_the_demonstration_is_taken_in() throws Exception {
    Path demonstration =
        Path.of(System.getProperty("vellum.root", ".."))
            .resolve("start/src/main/resources/demonstration");
    RosterZip zip = RosterZip.empty();
    try (Stream<Path> files = Files.list(demonstration.resolve("oneroster"))) {
      for (Path file : files.sorted().toList()) {
        zip.withEntry(file.getFileName().toString(), Files.readString(file));
      }
    }
    fixture.rosters.imported(zip, folder);
    fixture.frameworks.importing(
        Files.readAllBytes(demonstration.resolve("framework.json")), false);
    JsonNode catalogue = Json.mapper().readTree(demonstration.resolve("catalogue.json").toFile());

    Change change = fixture.replaced(catalogue);
    assertThat(change.begun())
        .isEqualTo(
            catalogue.get("programs").size()
                + catalogue.get("courses").size()
                + catalogue.get("evidence").size()
                + catalogue.get("relations").size()
                + catalogue.get("prerequisites").size());
  }
}
