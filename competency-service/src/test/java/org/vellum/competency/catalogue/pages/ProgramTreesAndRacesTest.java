package org.vellum.competency.catalogue.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.catalogue.change.ChangeRequirements;
import org.vellum.competency.catalogue.model.Coverage;
import org.vellum.competency.framework.Audience;
import org.vellum.platform.json.Json;
import org.vellum.platform.pages.Page;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.problem.ProblemException;
import org.vellum.testsupport.TestDatabase;

/** A program whose competencies stand in a tree, and that two people change at once. */
class ProgramTreesAndRacesTest extends ProgramSteps {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("competency");

  ProgramTreesAndRacesTest() {
    super(database);
  }

  @Test
  void what_stands_below_a_competency_covers_it_in_the_table_and_in_the_picture() throws Exception {
    begin("");
    add("/0/requirement", competencyNode(2));
    assertThat(pages.program("faculty", "CERT")).contains("1 hole in what is required");

    // The only child of the second competency is the twentieth.
    relate("teaches", "course", "course", 20, null);
    relate("assesses", "lineItem", "item-2", 20, "0.9");
    String page = pages.program("faculty", "CERT");
    assertThat(page)
        .contains("Everything that is required is taught and assessed", "in all that stands below");
    Coverage.Competency parent = coverage().competencies().getFirst();
    assertThat(parent.taught()).isEmpty();
    assertThat(parent.below().orElseThrow().offers()).hasSize(2);
  }

  @Test
  void a_place_of_what_stands_below_is_dashed_in_the_picture() throws Exception {
    begin("");
    add("/0/requirement", competencyNode(1));
    relate("teaches", "program", "CERT", 11, null);
    assertThat(pages.program("faculty", "CERT"))
        .contains("T.1 in program: taught below it</title>", "stroke-dasharray");
  }

  @Test
  void whoever_comes_second_sees_both_versions() throws Exception {
    begin("");
    Optional<UUID> seen = fixture.inForce.findProgram("CERT").map(Map.Entry::getKey);
    add("/0/requirement", competencyNode(1));
    ChangeRequirements.Result.Overtaken late =
        (ChangeRequirements.Result.Overtaken)
            fixture.changing(
                "CERT", seen, RequirementEdit.add("/0/requirement", competencyNode(5)));
    ProgramViews.ProgramView view =
        pages
            .programs
            .find("CERT", Optional.empty(), pages.programs.today(), Audience.REGISTRARS)
            .orElseThrow();
    Page page =
        new ProgramPages(fixture.inForce, pages.views, pages.names)
            .page(
                view,
                new ProgramPages.Shown(
                    true, true, "", 0, Optional.of(new ProgramPages.Yours(late.yours()))),
                Audience.REGISTRARS);
    String html = PagesFixture.page("registrar", "catalogue/program", page.model());
    String both = html.substring(html.indexOf("id=\"both\""), html.indexOf("id=\"requirements\""));
    assertThat(both).contains("Somebody else changed this", "T.5").doesNotContain("T.1<", "T.1 ");
    assertThat(html.substring(html.indexOf("id=\"requirements\""), html.indexOf("id=\"coverage\"")))
        .contains("T.1 ")
        .doesNotContain("T.5");
  }

  @Test
  void a_program_that_sends_late_gets_both_and_one_that_names_no_version_nothing()
      throws Exception {
    begin("");
    JsonNode sent = Json.mapper().readTree("[]");
    String old = "\"" + new UUID(1, 2) + "\"";
    assertThat(RequirementsResource.seen(old)).contains(new UUID(1, 2));
    assertThat(RequirementsResource.seen("\"x\", " + old)).contains(new UUID(1, 2));
    assertThat(RequirementsResource.seen("W/" + old)).contains(new UUID(0, 0));
    assertThat(RequirementsResource.seen("*")).isEmpty();
    assertThatThrownBy(() -> RequirementsResource.seen(null))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(428));
    ChangeRequirements.Result.Overtaken late =
        (ChangeRequirements.Result.Overtaken)
            fixture.changing("CERT", Optional.of(new UUID(1, 2)), (now, findings) -> sent);
    JsonNode both = RequirementsResource.both(late, sent);
    assertThat(both.path("status").asInt()).isEqualTo(412);
    assertThat(both.path("theirs")).isEqualTo(requirements());
    assertThat(both.path("yours")).isEqualTo(sent);
  }

  private Coverage coverage() {
    return pages
        .programs
        .find("CERT", Optional.empty(), pages.programs.today(), Audience.EVERYONE)
        .orElseThrow()
        .coverage();
  }
}
