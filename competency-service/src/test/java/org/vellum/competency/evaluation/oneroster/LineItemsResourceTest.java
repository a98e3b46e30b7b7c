package org.vellum.competency.evaluation.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.oneroster.Addresses;
import org.vellum.competency.oneroster.Wire;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class LineItemsResourceTest {
  private static final String NEW =
      """
      {"lineItem": {
        "sourcedId": "quiz/1", "status": "active", "dateLastModified": "2026-05-01T10:00:00Z",
        "title": "Quiz", "description": "Ten questions", "assignDate": "2026-05-01T08:00:00Z",
        "dueDate": "2026-05-08T08:00:00+02:00",
        "class": {"href": "https://lms.example/c", "sourcedId": "class-1", "type": "class"},
        "school": {"href": "https://lms.example/s", "sourcedId": "uni", "type": "org"},
        "category": {"href": "https://lms.example/g", "sourcedId": "homework", "type": "category"},
        "resultValueMin": 0, "resultValueMax": 5.5,
        "learningObjectiveSet": [{"source": "case",
          "learningObjectiveIds": ["a2ad9128-4501-588f-8cef-cadb106930c6"]}]
      }}
      """;

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private final EvaluationFixture institution = new EvaluationFixture(database);
  private final GradebookFixture gradebook = new GradebookFixture(institution);

  @BeforeEach
  void founded() {
    institution.found();
  }

  private static String with(String member, String json) throws Exception {
    ObjectNode document = (ObjectNode) Json.mapper().readTree(NEW);
    ((ObjectNode) document.path("lineItem")).set(member, Json.mapper().readTree(json));
    return document.toString();
  }

  @Test
  void a_line_item_that_was_put_is_given_back_as_the_standard_has_it() throws Exception {
    gradebook.putLineItem("quiz/1", NEW);

    JsonNode given = gradebook.getLineItem("quiz/1");
    OfficialSchema.assertValid("SingleLineItemDType", given);
    assertThat(given.at("/lineItem/resultValueMax").decimalValue()).isEqualByComparingTo("5.5");
    assertThat(given.at("/lineItem/dueDate").textValue()).isEqualTo("2026-05-08T06:00:00Z");
    assertThat(given.at("/lineItem/learningObjectiveSet/0/learningObjectiveIds")).hasSize(1);
  }

  @Test
  void results_can_be_sent_on_a_line_item_that_was_put() throws Exception {
    gradebook.putLineItem("quiz/1", NEW);
    ObjectNode result = GradebookFixture.aResult();
    ((ObjectNode) result.at("/result/lineItem")).put("sourcedId", "quiz/1");
    GradebookFixture.result(result).put("score", 5.5).remove("learningObjectiveSet");

    gradebook.putResult("result-1", result.toString());
    assertThat(gradebook.get("/results/result-1").at("/result/lineItem/href").textValue())
        .endsWith("/lineItems/quiz%2F1");
  }

  @Test
  void putting_again_replaces_its_objectives() throws Exception {
    gradebook.putLineItem("quiz/1", NEW);
    gradebook.putLineItem(
        "quiz/1",
        with(
            "learningObjectiveSet",
            """
            [{"source": "unknown", "learningObjectiveIds": ["one", "two"]}]
            """));
    assertThat(gradebook.getLineItem("quiz/1").at("/lineItem/learningObjectiveSet"))
        .isEqualTo(
            Json.mapper()
                .readTree("[{\"source\":\"unknown\",\"learningObjectiveIds\":[\"one\",\"two\"]}]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title|\" \"",
        "resultValueMin|5.5",
        "resultValueMin|100",
        "resultValueMax|1e300",
        "assignDate|\"2026-05-01\"",
        "class|{\"href\": \"http://a/\", \"sourcedId\": \"none\", \"type\": \"class\"}",
        "school|{\"href\": \"http://a/\", \"sourcedId\": \"none\", \"type\": \"org\"}",
        "category|{\"href\": \"http://a/\", \"sourcedId\": \"none\", \"type\": \"category\"}",
        "gradingPeriod|{\"href\": \"http://a/\", \"sourcedId\": \"none\", \"type\":"
            + " \"academicSession\"}",
        "learningObjectiveSet|[{\"source\": \"case\", \"learningObjectiveIds\": [\"DC.1\"]}]",
        "learningObjectiveSet|[{\"source\": \"case\", \"learningObjectiveIds\": [1]}]"
      })
  void a_line_item_that_cannot_hold_is_refused(String member, String json) throws Exception {
    String body = with(member, json);
    assertThatThrownBy(() -> gradebook.putLineItem("quiz/1", body))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.fault()).isEqualTo(Fault.INVALID_DATA));
    assertThatThrownBy(() -> gradebook.getLineItem("quiz/1"))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNKNOWN_OBJECT));
  }

  @Test
  void what_is_older_than_what_is_known_is_stale() throws Exception {
    gradebook.putLineItem("quiz/1", NEW);
    String older = with("dateLastModified", "\"2026-04-30T10:00:00Z\"");
    assertThatThrownBy(() -> gradebook.putLineItem("quiz/1", older))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.description()).contains("stale"));
  }

  @Test
  void line_items_are_given_page_by_page() throws Exception {
    Wire.Answer page = gradebook.wire.get(Addresses.GRADEBOOK + "/lineItems?limit=2&offset=1");
    OfficialSchema.assertValid("LineItemSetDType", page.body());
    assertThat(page.body().path("lineItems")).hasSize(2);
    assertThat(page.header("X-Total-Count")).isEqualTo("3");
  }

  @Test
  void ends_of_the_scale_that_are_not_said_are_0_and_100() throws Exception {
    gradebook.putLineItem("quiz/1", with("resultValueMax", "null"));
    assertThat(gradebook.getLineItem("quiz/1").at("/lineItem/resultValueMax").asInt())
        .isEqualTo(100);
  }

  @Test
  void a_line_item_that_was_deleted_is_told_only_to_who_asks_for_changes() throws Exception {
    gradebook.putLineItem("quiz/1", NEW);
    assertThat(gradebook.call("DELETE", "/lineItems/quiz%2F1", "")).isEqualTo(204);
    assertThatThrownBy(() -> gradebook.getLineItem("quiz/1")).isInstanceOf(ImsxException.class);
    assertThat(gradebook.get("/lineItems").findValuesAsText("title")).doesNotContain("Quiz");
    JsonNode changed = gradebook.get("/lineItems?filter=dateLastModified>='2026-11-23T12:00:00Z'");
    assertThat(changed.at("/lineItems/0/status").asText()).isEqualTo("tobedeleted");
    assertThatThrownBy(() -> gradebook.call("DELETE", "/lineItems/quiz%2F1", ""))
        .isInstanceOf(ImsxException.class);
  }
}
