package org.vellum.competency.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vellum.competency.catalogue.CatalogueFixture.aCatalogue;
import static org.vellum.competency.catalogue.CatalogueFixture.competency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.competency.catalogue.change.ChangeRequirements.Result;
import org.vellum.competency.catalogue.model.Requirement;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.Finding;
import org.vellum.testsupport.TestDatabase;

/** What a program requires: in and out as JSON, as a part of the program's versions. */
class RequirementsTest {
  private static final String TREE =
      """
      [{"to":"2026-09-01","requirement":{"allOf":[{"course":"course"}]}},
       {"from":"2026-09-01","requirement":{"title":"Certificate","allOf":[
         {"course":"course"},
         {"title":"Electives","n":1,"nOf":[{"competency":"%1$s"},{"competency":"%2$s"}]},
         {"credits":3.5,"creditsFrom":[{"course":"course"},{"competency":"%1$s","credits":2}]}]}}]
      """
          .formatted(competency(1), competency(2));

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private final CatalogueFixture fixture = new CatalogueFixture(database);

  @TempDir Path folder;

  @BeforeEach
  void filled() throws Exception {
    fixture.fill(folder);
    fixture.replaced(aCatalogue());
  }

  @Test
  void requirements_come_out_as_they_went_in() throws Exception {
    JsonNode sent = Json.mapper().readTree(TREE);

    assertThat(put(sent)).isInstanceOf(Result.Changed.class);
    JsonNode read = Json.mapper().valueToTree(program().requirements());
    assertThat(read).hasToString(sent.toString());
    assertThat(put(read)).isInstanceOf(Result.Same.class);
  }

  @Test
  void they_are_in_the_whole_document_too() throws Exception {
    ObjectNode catalogue = aCatalogue();
    ((ObjectNode) catalogue.at("/programs/0")).set("requirements", Json.mapper().readTree(TREE));

    fixture.replaced(catalogue);
    assertThat(program().requirements()).hasSize(2);
    JsonNode read = Json.mapper().valueToTree(fixture.inForce.document());
    assertThat(fixture.replaced(read)).isEqualTo(new CatalogueHistory.Change(0, 0));
  }

  @Test
  void on_a_day_those_of_its_period_hold() throws Exception {
    put(Json.mapper().readTree(TREE));

    assertThat(on("2026-08-31").members()).hasSize(1);
    assertThat(on("2026-09-01").members()).hasSize(3);
  }

  @Test
  void a_change_begins_a_version_and_keeps_the_one_before() throws Exception {
    UUID before = fixture.inForce.findProgram("CERT").orElseThrow().getKey();
    put(Json.mapper().readTree(TREE));

    assertThat(fixture.inForce.listVersions("CERT")).hasSize(2);
    assertThat(fixture.inForce.findVersion("CERT", before).orElseThrow().requirements()).isEmpty();
    assertThat(program().courses()).containsExactly("course");
    assertThat(fixture.inForce.programsRequiring(competency(2))).hasSize(1);
    assertThat(fixture.inForce.programsRequiring(competency(3))).isEmpty();
  }

  @Test
  void who_looked_at_a_version_that_is_past_is_told() throws Exception {
    UUID before = fixture.inForce.findProgram("CERT").orElseThrow().getKey();
    put(Json.mapper().readTree(TREE));

    assertThat(
            fixture.changing(
                "CERT", Optional.of(before), (now, findings) -> Json.mapper().createArrayNode()))
        .isEqualTo(
            new Result.Overtaken(
                fixture.inForce.findProgram("CERT").orElseThrow().getKey(),
                program(),
                Optional.of(List.of())));
    assertThat(fixture.changing("CERT", Optional.of(new UUID(0, 0)), (now, findings) -> now))
        .isInstanceOfSatisfying(Result.Overtaken.class, late -> assertThat(late.yours()).isEmpty());
    assertThat(program().requirements()).hasSize(2);
    assertThat(fixture.changing("NONE", Optional.empty(), (now, findings) -> now))
        .isInstanceOf(Result.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{}]|/0/requirement|requirement-unknown",
        "[{'requirement':{'allOf':7}}]|/0/requirement/allOf|not-an-array",
        "[{'requirement':{'allOf':[{'course':'none'}]}}]"
            + "|/0/requirement/allOf/0/course|course-unknown",
        "[{'requirement':{'allOf':[{'competency':'x'}]}}]"
            + "|/0/requirement/allOf/0/competency|not-an-identifier",
        "[{'requirement':{'allOf':[{'course':'course'},{'course':'course'}]}}]"
            + "|/0/requirement/allOf/1|duplicate",
        "[{'requirement':{'nOf':[]}}]|/0/requirement/n|missing",
        "[{'requirement':{'nOf':[],'n':0.5}}]|/0/requirement/n|not-a-count",
        "[{'requirement':{'nOf':[],'n':0}}]|/0/requirement/n|not-a-count",
        "[{'requirement':{'creditsFrom':[],'credits':-1}}]|/0/requirement/credits|not-positive",
        "[{'requirement':{'creditsFrom':[]}}]|/0/requirement/credits|missing",
        "[{'requirement':{'allOf':[],'of':1}}]|/0/requirement/of|member-unknown",
        "[{'requirement':{'allOf':[]}},{'requirement':{'allOf':[]}}]|/1|duplicate",
        "[{'from':'2026-09-01','to':'2026-09-01','requirement':{'allOf':[]}}]|/0/to|period-empty",
        "{}||not-an-array"
      })
  void faults_are_told_with_their_places_and_nothing_is_stored(
      String json, String place, String code) throws Exception {
    assertThat(refused(put(Json.mapper().readTree(json.replace('\'', '"')))))
        .extracting(Finding::place, Finding::code)
        .contains(tuple(place == null ? "" : place, code));
    assertThat(fixture.inForce.listVersions("CERT")).hasSize(1);
  }

  @Test
  void what_is_read_at_once_has_a_bound_in_depth_and_number() throws Exception {
    ObjectNode deep = Json.mapper().createObjectNode();
    ArrayNode inner = deep.putArray("allOf");
    for (int i = 0; i < 20; i++) {
      inner = inner.addObject().putArray("allOf");
    }
    assertThat(refused(put(periods(deep)))).extracting(Finding::code).containsOnly("too-many");

    ObjectNode wide = Json.mapper().createObjectNode();
    ArrayNode many = wide.putArray("allOf");
    for (int i = 0; i < 60; i++) {
      ArrayNode group = many.addObject().put("n", 1 + i).putArray("nOf");
      for (int j = 0; j < 60; j++) {
        group.addObject().put("competency", new UUID(i, j).toString());
      }
    }
    assertThat(refused(put(periods(wide)))).extracting(Finding::code).contains("too-many");
  }

  private static JsonNode periods(ObjectNode requirement) {
    ArrayNode periods = Json.mapper().createArrayNode();
    periods.addObject().set("requirement", requirement);
    return periods;
  }

  private Requirement on(String day) {
    return program().requirementsOn(LocalDate.parse(day)).orElseThrow().requirement();
  }

  private Program program() {
    return fixture.inForce.findProgram("CERT").orElseThrow().getValue();
  }

  private Result put(JsonNode json) throws Exception {
    return fixture.changing("CERT", Optional.empty(), (now, findings) -> json);
  }

  private static List<Finding> refused(Result result) {
    return result instanceof Result.Refused refused ? refused.findings() : List.of();
  }
}
