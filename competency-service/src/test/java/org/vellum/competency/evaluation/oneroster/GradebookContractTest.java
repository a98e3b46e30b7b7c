package org.vellum.competency.evaluation.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.competency.evaluation.oneroster.GradebookFixture.aResult;
import static org.vellum.competency.evaluation.oneroster.GradebookFixture.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.oneroster.Addresses;
import org.vellum.competency.oneroster.OfficialService;
import org.vellum.competency.oneroster.Wire;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

/**
 * Walks every operation of the official OpenAPI document: all that write, then all that read, then
 * all that delete.
 */
class GradebookContractTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency")
          .emptyAfterEach("platform", "competency");

  private static final Map<String, String> IN_PATH =
      Map.of(
          "{classSourcedId}", "class-1",
          "{schoolSourcedId}", "uni",
          "{lineItemSourcedId}", "lab",
          "{studentSourcedId}", "ada",
          "{academicSessionSourcedId}", "term-1");

  /** What each collection is asked for by, and what is put there. */
  private static final Map<String, String> PUT =
      Map.of(
          "categories",
          """
          {"category": {"sourcedId": "one", "status": "active",
            "dateLastModified": "2026-05-03T10:00:00Z", "title": "Weekly", "weight": 0.25,
            "metadata": {"colour": "blue"}}}
          """,
          "scoreScales",
          """
          {"scoreScale": {"sourcedId": "one", "status": "active",
            "dateLastModified": "2026-05-03T10:00:00Z", "title": "Letters", "type": "alpha",
            "class": {"href": "https://lms.example/c", "sourcedId": "class-1", "type": "class"},
            "course": {"href": "https://lms.example/c", "sourcedId": "course-1", "type": "course"},
            "scoreScaleValue": [{"itemValueLHS": "A", "itemValueRHS": "93-100"},
              {"itemValueLHS": "B", "itemValueRHS": "0-92"}]}}
          """,
          "lineItems",
          """
          {"lineItem": {"sourcedId": "one", "status": "active",
            "dateLastModified": "2026-05-01T10:00:00Z", "title": "Quiz",
            "assignDate": "2026-05-01T08:00:00Z", "dueDate": "2026-05-08T08:00:00Z",
            "class": {"href": "https://lms.example/c", "sourcedId": "class-1", "type": "class"},
            "school": {"href": "https://lms.example/s", "sourcedId": "uni", "type": "org"},
            "category": {"href": "https://lms.example/g", "sourcedId": "homework",
              "type": "category"},
            "scoreScale": {"href": "https://lms.example/x", "sourcedId": "one",
              "type": "scoreScale"},
            "metadata": {"weeks": 2},
            "learningObjectiveSet": [{"source": "case",
              "learningObjectiveIds": ["a2ad9128-4501-588f-8cef-cadb106930c6"]}]}}
          """,
          "assessmentLineItems",
          """
          {"assessmentLineItem": {"sourcedId": "ali-1", "status": "active",
            "dateLastModified": "2026-05-01T10:00:00Z", "title": "Readiness test",
            "resultValueMin": 1, "resultValueMax": 10,
            "learningObjectiveSet": [{"source": "case",
              "learningObjectiveIds": ["a2ad9128-4501-588f-8cef-cadb106930c6"]}]}}
          """,
          "assessmentResults",
          """
          {"assessmentResult": {"sourcedId": "ar-1", "status": "active",
            "dateLastModified": "2026-05-03T10:00:00Z",
            "assessmentLineItem": {"href": "https://lms.example/a", "sourcedId": "ali-1",
              "type": "assessmentLineItem"},
            "student": {"href": "https://lms.example/users/ada", "sourcedId": "ada",
              "type": "user"},
            "score": 8, "scorePercentile": 91.5, "scoreDate": "2026-05-03",
            "scoreStatus": "fully graded",
            "learningObjectiveSet": [{"source": "case", "learningObjectiveResults": [
              {"learningObjectiveId": "a2ad9128-4501-588f-8cef-cadb106930c6", "score": 9}]}]}}
          """);

  private final EvaluationFixture institution = new EvaluationFixture(database);
  private final GradebookFixture gradebook = new GradebookFixture(institution);

  @BeforeEach
  void founded() {
    institution.found();
    institution.execute(
        """
        insert into competency.academic_session values ('term-1', true, 'Term', 'term',
          '2026-01-01', '2026-07-01', null, '2026', now())
        """);
  }

  static String put(String collection) {
    return PUT.getOrDefault(collection, "");
  }

  private static String body(OfficialService.Operation operation) throws Exception {
    String[] segments = operation.path().split("/", -1);
    String collection =
        operation.verb().equals("PUT") ? segments[1] : segments[segments.length - 1];
    if (operation.verb().equals("PUT")) {
      return collection.equals("results") ? aResult().toString() : put(collection);
    }
    ObjectNode body = Json.mapper().createObjectNode();
    ArrayNode all = body.putArray(collection);
    all.add(
        collection.equals("results")
            ? result(aResult())
            : Json.mapper().readTree(put(collection)).path("lineItem"));
    return body.toString();
  }

  private static String path(String template) {
    String path = template;
    for (Map.Entry<String, String> each : IN_PATH.entrySet()) {
      path = path.replace(each.getKey(), each.getValue());
    }
    return path.replace(
        "{sourcedId}",
        switch (template.split("/", -1)[1]) {
          case "results" -> "result-1";
          case "assessmentLineItems" -> "ali-1";
          case "assessmentResults" -> "ar-1";
          default -> "one";
        });
  }

  private List<OfficialService.Operation> operations(OfficialService official, String... verbs) {
    return official.operations().stream()
        .filter(each -> List.of(verbs).contains(each.verb()))
        .sorted(
            Comparator.comparing((OfficialService.Operation each) -> each.verb())
                .reversed()
                .thenComparingInt(each -> each.path().startsWith("/scoreScales") ? 0 : 1)
                .thenComparing(OfficialService.Operation::path))
        .toList();
  }

  @Test
  void every_operation_of_the_openapi_document_answers_as_it_wants() throws Exception {
    OfficialService official = OfficialService.gradebook();
    assertThat(official.operations()).hasSize(35);
    for (OfficialService.Operation operation : operations(official, "PUT", "POST")) {
      Wire.Answer answer =
          gradebook.wire.call(
              operation.verb(), Addresses.GRADEBOOK + path(operation.path()), body(operation));
      assertThat(answer.status()).as(operation.path()).isEqualTo(operation.status());
      if (!operation.schema().isEmpty()) {
        official.accepts(operation.schema(), answer.body());
        assertThat(answer.body().at("/sourcedIdPairs/0/allocatedSourcedId").asText()).isNotEmpty();
      }
    }
    for (OfficialService.Operation operation : operations(official, "GET")) {
      String path = path(operation.path());
      Wire.Answer answer = gradebook.wire.get(Addresses.GRADEBOOK + path);
      assertThat(answer.status()).as(path).isEqualTo(operation.status());
      official.accepts(operation.schema(), answer.body());
      assertThat(answer.body().elements().next()).as(path).isNotEmpty();
    }
    for (OfficialService.Operation operation : operations(official, "DELETE")) {
      String path = path(operation.path());
      assertThat(gradebook.call("DELETE", path, "")).as(path).isEqualTo(operation.status());
      assertThatThrownBy(() -> gradebook.get(path)).isInstanceOf(ImsxException.class);
    }
    for (OfficialService.Operation operation : official.operations()) {
      assertThat(
              gradebook.wire.scopes(operation.verb(), Addresses.GRADEBOOK + path(operation.path())))
          .as(operation.verb() + operation.path())
          .isEqualTo(operation.scopes());
    }
  }

  @Test
  void what_was_put_is_given_back_whole() throws Exception {
    for (String collection : List.of("scoreScales", "categories", "lineItems")) {
      gradebook.call("PUT", "/" + collection + "/one", put(collection));
    }
    JsonNode scale = gradebook.get("/scoreScales/one");
    assertThat(scale.at("/scoreScale/scoreScaleValue"))
        .isEqualTo(Json.mapper().readTree(put("scoreScales")).at("/scoreScale/scoreScaleValue"));
    assertThat(gradebook.get("/categories/one").at("/category/metadata/colour").asText())
        .isEqualTo("blue");
    assertThat(gradebook.get("/lineItems/one").at("/lineItem/scoreScale/href").asText())
        .endsWith("/gradebook/v1p2/scoreScales/one");
    assertThat(gradebook.get("/categories?filter=weight<'0.5'").path("categories")).hasSize(1);
  }

  @Test
  void what_is_posted_again_is_there_once() throws Exception {
    ObjectNode body = Json.mapper().createObjectNode();
    body.putArray("results").add(result(aResult()));
    gradebook.call("POST", "/lineItems/lab/results", body.toString());
    gradebook.call("POST", "/lineItems/lab/results", body.toString());
    assertThat(institution.facts()).isEqualTo(1);
  }

  @Test
  void of_results_that_are_posted_all_are_stored_or_none() throws Exception {
    ObjectNode body = Json.mapper().createObjectNode();
    ObjectNode bad = result(aResult()).put("sourcedId", "result-2").put("score", 11);
    body.putArray("results").add(result(aResult())).add(bad);
    assertThatThrownBy(() -> gradebook.call("POST", "/lineItems/lab/results", body.toString()))
        .isInstanceOfSatisfying(
            ImsxException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(Fault.INVALID_DATA);
              assertThat(e.description()).contains("1 of 2", "result-2");
            });
    assertThat(institution.facts()).isZero();
    bad.put("score", 10);
    assertThat(gradebook.call("POST", "/lineItems/lab/results", body.toString())).isEqualTo(201);
    assertThat(institution.facts()).isEqualTo(2);
    body.putArray("results").add(bad).add(bad);
    assertThatThrownBy(() -> gradebook.call("POST", "/lineItems/lab/results", body.toString()))
        .isInstanceOf(ImsxException.class);
  }

  @Test
  void a_result_posted_to_another_line_item_is_refused_and_none_is_stored() throws Exception {
    ObjectNode body = Json.mapper().createObjectNode();
    body.putArray("results").add(result(aResult()));
    assertThatThrownBy(() -> gradebook.call("POST", "/lineItems/exam/results", body.toString()))
        .isInstanceOf(ImsxException.class);
    assertThatThrownBy(() -> gradebook.call("POST", "/lineItems/none/results", body.toString()))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNKNOWN_OBJECT));
    assertThatThrownBy(() -> gradebook.call("POST", "/lineItems/lab/results", "{\"results\":[]}"))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.fault()).isEqualTo(Fault.INVALID_DATA));
    assertThat(institution.facts()).isZero();
  }

  @Test
  void a_score_scale_needs_a_class_of_the_roster_and_pairs_that_can_be_kept() {
    for (String wrong :
        List.of(
            put("scoreScales").replace("class-1", "none"),
            put("scoreScales").replace("93-100", "{93}"),
            put("scoreScales").replace("alpha\"", "alpha\", \"title\": \"twice\""))) {
      assertThatThrownBy(() -> gradebook.call("PUT", "/scoreScales/one", wrong))
          .isInstanceOf(ImsxException.class);
    }
  }
}
