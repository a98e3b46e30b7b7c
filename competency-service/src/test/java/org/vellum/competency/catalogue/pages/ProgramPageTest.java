package org.vellum.competency.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.competency.catalogue.CatalogueFixture.competency;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.catalogue.change.ChangeRequirements;
import org.vellum.competency.catalogue.model.Coverage;
import org.vellum.competency.catalogue.model.Hole;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Packages;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/** Requirements, coverage and its holes on the page of a program, and steps that change them. */
class ProgramPageTest extends ProgramSteps {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  private static final Set<Hole> STANDING = Set.of(Hole.DRAFT, Hole.RETIRED, Hole.UNKNOWN);

  ProgramPageTest() {
    super(database);
  }

  @Test
  void a_program_without_requirements_says_so_and_offers_to_begin() {
    assertThat(pages.program("registrar", "CERT"))
        .contains("does not say what this program requires", "nothing to cover", ">Begin<");
    assertThat(pages.program("faculty", "CERT"))
        .contains("does not say what this program requires")
        .doesNotContain(">Begin<");
  }

  @Test
  void coverage_and_holes_stand_in_the_table_and_in_the_picture() throws Exception {
    relate("teaches", "course", "course", 1, null);
    relate("requires", "program", "CERT", 1, "0.9");
    begin("");
    add("/0/requirement", competencyNode(2));
    add("/0/requirement", competencyNode(3));
    String page = pages.program("registrar", "CERT");

    assertThat(page)
        .contains("T.1", "required at 90 %", "assessed below the required threshold")
        .contains("not taught", "not assessed")
        .contains("3 holes in what is required")
        .contains("<svg", "role=\"img\"", "T.1 in ", ": taught and assessed</title>", "⚠")
        .doesNotContain("style=", "<script>");
  }

  @Test
  void groups_that_nobody_can_fulfil_are_told() throws Exception {
    begin("");
    ObjectNode group = Json.mapper().createObjectNode().put("title", "Choice").put("n", 3);
    group.putArray("nOf").add(competencyNode(1));
    add("/0/requirement", group);

    assertThat(pages.program("faculty", "CERT"))
        .contains("Choice: 3 of", "nobody can fulfil this", "elective");
  }

  @Test
  void a_page_is_changed_step_by_step_and_each_step_can_be_taken_back() throws Exception {
    begin("");
    add("/0/requirement", competencyNode(1));
    add("/0/requirement", (ObjectNode) Json.mapper().readTree("{\"course\":\"course\"}"));
    assertThat(requirements().at("/0/requirement/allOf")).hasSize(2);

    change(RequirementEdit.remove("/0/requirement/allOf/0"));
    assertThat(requirements().at("/0/requirement/allOf/0/course").asText()).isEqualTo("course");

    change(RequirementEdit.remove("/0/requirement"));
    assertThat(requirements()).isEmpty();
    assertThat(fixture.inForce.listVersions("CERT")).hasSize(6);
  }

  @Test
  void another_period_begins_with_what_held_before() throws Exception {
    begin("");
    add("/0/requirement", competencyNode(1));
    begin("2027-09-01");
    change(RequirementEdit.remove("/1/requirement/allOf/0"));
    add("/1/requirement", competencyNode(2));
    assertThat(requiredOn("2027-08-31")).containsExactly(competency(1));
    assertThat(requiredOn("2027-09-01")).containsExactly(competency(2));
  }

  private List<UUID> requiredOn(String day) {
    return pages
        .programs
        .find("CERT", Optional.empty(), LocalDate.parse(day), Audience.EVERYONE)
        .orElseThrow()
        .coverage()
        .competencies()
        .stream()
        .map(Coverage.Competency::competency)
        .toList();
  }

  @Test
  void a_period_begins_on_the_day_on_which_the_one_before_ends() throws Exception {
    begin("");
    add("/0/requirement", competencyNode(1));
    begin("2027-09-01");

    assertThat(requirements().at("/0/to").asText()).isEqualTo("2027-09-01");
    assertThat(requirements().at("/1/from").asText()).isEqualTo("2027-09-01");
    assertThat(requirements().at("/1/requirement")).isEqualTo(requirements().at("/0/requirement"));
  }

  @Test
  void a_step_to_a_place_that_is_not_there_changes_nothing() throws Exception {
    begin("");
    for (String pointer :
        new String[] {"", "x", "/7", "/0/requirement/allOf/3", "/0/requirement/"}) {
      assertThat(fixture.changing("CERT", Optional.empty(), RequirementEdit.remove(pointer)))
          .isInstanceOf(ChangeRequirements.Result.Refused.class);
      assertThat(
              fixture.changing(
                  "CERT", Optional.empty(), RequirementEdit.add(pointer, competencyNode(1))))
          .isInstanceOf(ChangeRequirements.Result.Refused.class);
    }
    assertThat(fixture.changing("CERT", Optional.empty(), RequirementEdit.begin("x")))
        .isInstanceOf(ChangeRequirements.Result.Refused.class);
  }

  @Test
  void the_page_of_a_competency_shows_where_it_stands() throws Exception {
    relate("teaches", "course", "course", 1, null);
    begin("");
    add("/0/requirement", competencyNode(1));
    fixture.requiring(
        Json.mapper()
            .createObjectNode()
            .put("competency", competency(1).toString())
            .put("requires", competency(2).toString()));

    assertThat(pages.taught("registrar", competency(1)))
        .contains("Taught", "from 80 %", "Decision brief", "Certificate")
        .contains("Comes after", "T.2", "Relate and order");
    assertThat(pages.taught("", competency(1)))
        .as("without sign-in: what teaches it, but neither line items nor pages of staff")
        .contains("an assessment of", "Certificate", "T.2")
        .doesNotContain("Decision brief", "/competency/catalogue/");
    assertThat(pages.taught("registrar", competency(9))).contains("No program, course or assess");
    assertThat(pages.competency("registrar", competency(1)))
        .contains("name=\"csrf\" value=\"token\"", "comes before it", ">Relate<")
        .doesNotContain("style=");
    assertThat(pages.competency("faculty", competency(1)))
        .doesNotContain("<button class=\"button\"");
  }

  @Test
  void drafts_retired_and_ended_competencies_are_holes() throws Exception {
    frameworkWith(31, "Draft", "2030-01-01");
    frameworkWith(32, "Retired", "2030-01-01");
    frameworkWith(33, "Implemented", "2026-09-30");
    frameworkWith(34, "Implemented", "2026-10-01");
    begin("");
    for (int i = 31; i <= 34; i++) {
      add("/0/requirement", competencyNode(i));
    }

    assertThat(
            pages
                .programs
                .find("CERT", Optional.empty(), pages.programs.today(), Audience.REGISTRARS)
                .orElseThrow()
                .coverage()
                .competencies())
        .extracting(one -> one.holes().stream().filter(STANDING::contains).toList())
        .containsExactly(
            List.of(Hole.DRAFT), List.of(Hole.RETIRED), List.of(Hole.RETIRED), List.of());
    assertThat(pages.program("registrar", "CERT")).contains("of a draft framework", "retired");
  }

  private void frameworkWith(int item, String status, String ending) throws Exception {
    ObjectNode whole = Packages.empty();
    Packages.document(whole)
        .put("identifier", new UUID(0x4000L | (long) item << 32, 0x8000000000000000L).toString())
        .put("adoptionStatus", status);
    Packages.addItem(whole, item).put("statusEndDate", ending);
    fixture.frameworks.importing(whole.toString());
  }

  @Test
  void the_list_of_relations_shows_both_ends_and_pages() throws Exception {
    assertThat(pages.relations("registrar", 0)).contains("2 relations", "T.1", "80 %", ">End<");
    assertThat(pages.relations("faculty", 50)).contains("beyond the end").doesNotContain(">End<");
  }
}
