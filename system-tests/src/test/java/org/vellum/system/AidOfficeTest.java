package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.start.ApiRefused;
import org.vellum.start.Institution;
import org.vellum.start.LoadAidFacts;
import org.vellum.start.PublicApi;

/** The aid office: from an evaluation result of the LMS to a learner's timeline. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AidOfficeTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final Duration ARRIVAL = Duration.ofMinutes(1);
  private static final String APPLICATION_JSON = "application/json";
  private static final String KWAME = "/financial-aid/learners/learner-kwame";

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  private static PublicApi office() throws ApiRefused {
    return VELLUM.signedIn("aid-officer");
  }

  @Test
  @Order(1)
  void the_office_sets_parameters_and_imports_who_is_in_the_program() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importFramework();
    institution.importRoster();
    institution.replaceCatalogue();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    new LoadAidFacts(office(), new PrintStream(told, true, StandardCharsets.UTF_8)).load();

    JsonNode versions =
        json(office().get("/financial-aid/programs/ADP-DIP", APPLICATION_JSON).body());
    assertThat(versions).hasSize(1);
    assertThat(versions.at("/0/terms/academicYear/units").decimalValue())
        .isEqualByComparingTo("24");
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("rows");
  }

  @Test
  @Order(2)
  void a_result_that_the_lms_sends_turns_up_in_the_learners_timeline() throws Exception {
    PublicApi lms = VELLUM.institution().connectLms("Aid story LMS");
    Institution.send(
        lms,
        json(
            """
            {"sourcedId": "result-aid-story-kwame", "lineItem": "lineitem-adp210-final",
             "student": "learner-kwame", "score": 85, "scoreDate": "2026-11-24"}
            """));

    JsonNode unit = awaitOutcome("course-adp210", "passed");
    assertThat(unit.get("outcomeDate").asText()).isEqualTo("2026-11-24");
    assertThat(unit.get("units").asText()).isEqualTo("4");
    assertThat(office().get(KWAME, "text/html").body())
        .contains("<svg class=\"timeline\"", "34 CFR 668.4(c)(1)", "Acquiring and Preparing Data");
  }

  private static JsonNode awaitOutcome(String unit, String outcome) throws Exception {
    PublicApi office = office();
    long deadline = System.nanoTime() + ARRIVAL.toNanos();
    String last = "";
    while (System.nanoTime() < deadline) {
      last = office.get(KWAME, APPLICATION_JSON).body();
      for (JsonNode each : json(last).at("/enrollments/0/units")) {
        if (each.get("unitId").asText().equals(unit)
            && each.get("outcome").asText().equals(outcome)) {
          return each;
        }
      }
      Thread.sleep(250);
    }
    throw new AssertionError(unit + " did not become " + outcome + ": " + last);
  }

  @Test
  @Order(3)
  void a_row_that_is_wrong_is_told_with_its_line_and_the_others_are_stored() throws Exception {
    String csv =
        """
        enrollment_id,evaluation_date,qualitative_measure
        aid-priya,2026-10-01,3.7
        aid-nobody,2026-10-01,3.7
        """;
    JsonNode report =
        json(
            office()
                .post(
                    "/financial-aid/imports/evaluations",
                    "text/csv",
                    csv.getBytes(StandardCharsets.UTF_8))
                .body());

    assertThat(report.get("refused").asInt()).isEqualTo(1);
    assertThat(report.at("/findings/0/place").asText())
        .isEqualTo("evaluations.csv:3:enrollment_id");
    String page = "/financial-aid/imports/" + report.get("id").asText();
    assertThat(office().get(page, "text/html").body()).contains("evaluations.csv:3:enrollment_id");
  }

  @Test
  @Order(4)
  void parameters_below_the_federal_minimum_are_refused() throws Exception {
    PublicApi office = office();
    assertThatThrownBy(() ->
            office.post(
                "/financial-aid/programs/ADP-DIP",
                APPLICATION_JSON,
                "{\"ayUnits\":\"20\"}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            ApiRefused.class, refused -> assertThat(refused.status()).isEqualTo(422));
  }

  @ParameterizedTest
  @CsvSource({"amara, 403", "registrar, 403", "employer, 403", "'', 401"})
  @Order(5)
  void nobody_else_sees_anything_of_it(String name, int status) throws Exception {
    PublicApi other = name.isEmpty() ? VELLUM.stranger() : VELLUM.signedIn(name);
    for (String path : List.of("programs/ADP-DIP", "imports", "learners/learner-kwame")) {
      assertThatThrownBy(() -> other.get("/financial-aid/" + path, APPLICATION_JSON))
          .isInstanceOfSatisfying(
              ApiRefused.class, refused -> assertThat(refused.status()).isEqualTo(status));
    }
  }

  @Test
  @Order(6)
  void the_pages_of_the_office_can_be_read_and_the_administrator_sees_where_they_are()
      throws Exception {
    PublicApi office = office();
    for (String path :
        List.of("", "/learners", "/programs", "/programs/ADP-DIP", "/imports", "/numbers")) {
      assertThat(office.get("/financial-aid" + path, "text/html").body()).contains("</html>");
    }
    assertThat(VELLUM.signedIn("admin").get("/financial-aid/", "text/html").body())
        .contains("Financial aid");
  }

  @Test
  @Order(7)
  void the_pages_fit_on_a_desk_and_on_a_phone() throws Exception {
    try (Browser browser = Browser.at(VELLUM.address())) {
      for (int width : List.of(1280, 390)) {
        Page officer = browser.visitor(width, 900);
        Browser.signIn(officer, "aid-officer", VELLUM.password("aid-officer"));
        for (String path :
            List.of(
                "learners/learner-lukas",
                "programs/ADP-DIP",
                "imports",
                "numbers",
                "learners",
                "")) {
          officer.navigate("/financial-aid/" + path);
          assertThat(officer.locator("h1").innerText()).isNotBlank();
          assertThat(Browser.overflow(officer)).as(path + " at " + width).isEqualTo(0);
          Browser.picture(officer, "aid-" + path.replaceAll("[^a-z]+", "-") + "-" + width);
        }
      }
      Page officer = browser.visitor();
      Browser.signIn(officer, "aid-officer", VELLUM.password("aid-officer"));
      officer.navigate("/financial-aid/programs/ADP-DIP");
      officer
          .getByLabel("Units of the program", new Page.GetByLabelOptions().setExact(true))
          .fill("48");
      Browser.button(officer, "Show the effect");
      assertThat(officer.locator("main").innerText()).contains("get other payment periods");
      Browser.picture(officer, "aid-effect");
    }
  }
}
