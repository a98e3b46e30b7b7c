package org.vellum.competency.evaluation.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.competency.evaluation.EvaluationFixture.ADA;
import static org.vellum.competency.evaluation.oneroster.GradebookFixture.aResult;
import static org.vellum.competency.evaluation.oneroster.GradebookFixture.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.oneroster.Addresses;
import org.vellum.competency.oneroster.Wire;
import org.vellum.platform.imsx.Fault;
import org.vellum.platform.imsx.ImsxException;
import org.vellum.platform.imsx.OneRoster12Dialect;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;

class ResultsResourceTest {
  static final List<String> WRONG_MEMBERS =
      List.of(
          "sourcedId|\"another\"",
          "status|\"inactive\"",
          "status|true",
          "dateLastModified|\"2026-05-03\"",
          "dateLastModified|\"2026-05-03T10:00:00\"",
          "dateLastModified|\"+999999-05-03T10:00:00Z\"",
          "dateLastModified|\"2026-11-24T12:00:01Z\"",
          "dateLastModified|1777802400",
          "lineItem|\"lab\"",
          "lineItem|{\"sourcedId\": \"lab\", \"type\": \"lineItem\"}",
          "lineItem|{\"href\": \"lab\", \"sourcedId\": \"lab\", \"type\": \"lineItem\"}",
          "lineItem|{\"href\": \"http://a b\", \"sourcedId\": \"lab\", \"type\": \"lineItem\"}",
          "lineItem|{\"href\": \"http://a/\", \"sourcedId\": \"lab\", \"type\": \"user\"}",
          "lineItem|{\"href\": \"http://a/\", \"sourcedId\": \"none\", \"type\": \"lineItem\"}",
          "student|{\"href\": \"http://a/\", \"sourcedId\": \"nobody\", \"type\": \"user\"}",
          "scoreStatus|\"graded\"",
          "scoreStatus|\"ext:\"",
          "score|\"9\"",
          "score|\"NaN\"",
          "score|10.01",
          "score|-1",
          "score|1e308",
          "score|1e999999999",
          "score|1e-999999999",
          "metadata|{\"n\": 1e200000}",
          "metadata|[]",
          "metadata|{\"t\": \"a\\u0000b\"}",
          "comment|7",
          "scoreDate|\"2026-02-30\"",
          "scoreDate|\"3/5/2026\"",
          "scoreDate|\"1899-12-31\"",
          "scoreDate|\"2026-11-25\"",
          "late|true",
          "late|\"yes\"",
          "learningObjectiveSet|{}",
          "learningObjectiveSet|[7]",
          "learningObjectiveSet|[{\"learningObjectiveResults\": []}]",
          "learningObjectiveSet|[{\"source\": \"case\", \"learningObjectiveResults\": []}]",
          "learningObjectiveSet|[{\"source\": \"case\", \"learningObjectiveResults\":"
              + " [{\"learningObjectiveId\": \"DC.1\"}]}]",
          "learningObjectiveSet|[{\"source\": \"case\", \"learningObjectiveResults\":"
              + " [{\"learningObjectiveId\": \"a2ad9128-4501-588f-8cef-cadb106930c6\", \"score\":"
              + " 11}]}]",
          "learningObjectiveSet|[{\"source\": \"case\", \"learningObjectiveResults\":"
              + " [{\"learningObjectiveId\": \"a2ad9128-4501-588f-8cef-cadb106930c6\"},"
              + " {\"learningObjectiveId\": \"A2AD9128-4501-588F-8CEF-CADB106930C6\"}]}]");

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

  private static String without(String member) throws Exception {
    ObjectNode document = aResult();
    result(document).remove(member);
    return document.toString();
  }

  private static String with(String member, String json) throws Exception {
    ObjectNode document = aResult();
    result(document).set(member, Json.mapper().readTree(json));
    return document.toString();
  }

  private static String of(String sourcedId) throws Exception {
    ObjectNode document = aResult();
    result(document).put("sourcedId", sourcedId);
    return document.toString();
  }

  @Test
  void a_result_that_was_put_is_given_back_as_the_standard_has_it() throws Exception {
    gradebook.putResult("result-1", aResult().toString());
    assertThat(institution.standing(ADA)).containsExactly("Cleans data");

    JsonNode given = gradebook.get("/results/result-1");
    OfficialSchema.assertValid("SingleResultDType", given);
    assertThat(given.at("/result/dateLastModified").textValue()).isEqualTo("2026-05-03T10:00:00Z");
    assertThat(given.at("/result/lineItem/href").textValue())
        .isEqualTo("http://localhost:9080/competency/ims/oneroster/gradebook/v1p2/lineItems/lab");
    assertThat(given.at("/result/student/href").textValue())
        .isEqualTo("https://lms.example/users/ada");
    assertThat(given.at("/result/learningObjectiveSet/0/learningObjectiveResults/0/score").asText())
        .isEqualTo("8.5");
    assertThat(given.path("result").has("unknownMember")).isFalse();
  }

  @Test
  void the_official_schema_would_see_a_fault() throws Exception {
    gradebook.putResult("result-1", aResult().toString());
    ObjectNode given = (ObjectNode) gradebook.get("/results/result-1");
    result(given).put("scoreDate", "3 May 2026");
    OfficialSchema.assertInvalid("SingleResultDType", given);
  }

  @Test
  void the_same_again_in_another_order_and_other_digits_is_no_new_fact() throws Exception {
    gradebook.putResult("result-1", aResult().toString());
    ObjectNode again = aResult();
    JsonNode status = result(again).remove("status");
    result(again).set("status", status);
    String otherDigits = again.toString().replace("\"score\":9,", "\"score\":9.00,");

    gradebook.putResult("result-1", otherDigits);
    assertThat(institution.facts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sourcedId",
        "status",
        "dateLastModified",
        "lineItem",
        "student",
        "scoreStatus",
        "scoreDate"
      })
  void a_required_member_that_is_missing_or_null_is_refused(String member) throws Exception {
    gradebook.refused(Fault.INVALID_DATA, "/result/" + member + " is required", without(member));
    gradebook.refused(
        Fault.INVALID_DATA, "/result/" + member + " is required", with(member, "null"));
  }

  @ParameterizedTest
  @FieldSource("WRONG_MEMBERS")
  void a_member_that_is_not_what_the_standard_says_is_refused(String wrong) throws Exception {
    String member = wrong.substring(0, wrong.indexOf('|'));
    String json = wrong.substring(wrong.indexOf('|') + 1);
    ImsxException refusal = gradebook.refused(with(member, json));

    assertThat(refusal.fault()).isEqualTo(Fault.INVALID_DATA);
    assertThat(refusal.fault().status()).isEqualTo(422);
    OfficialSchema.assertValid(
        "imsx_StatusInfoDType",
        new OneRoster12Dialect().statusInfo(refusal.fault(), refusal.description()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{\"result\": {\"score\": NaN}}",
        "{\"result\": {\"score\": 1, \"score\": 2}}",
        "{\"result\": {}} {}",
        "{\"result\": {\"sourcedId\": \"a"
      })
  void what_is_not_json_is_malformed(String body) throws Exception {
    assertThat(gradebook.refused(body).fault())
        .isIn(Fault.MALFORMED, Fault.INVALID_DATA)
        .isEqualTo(body.isEmpty() ? Fault.INVALID_DATA : Fault.MALFORMED);
  }

  @Test
  void a_body_too_deep_or_too_large_is_refused() throws Exception {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThat(gradebook.refused(with("metadata", "{}").replace("{}", deep)).fault())
        .isEqualTo(Fault.MALFORMED);
    gradebook.refused(Fault.TOO_LARGE, "bytes", with("comment", "\"" + "x".repeat(300_000) + "\""));
    assertThat(gradebook.refused("[]").fault()).isEqualTo(Fault.INVALID_DATA);
  }

  @Test
  void half_of_a_surrogate_pair_is_refused() throws Exception {
    gradebook.refused(
        Fault.INVALID_DATA,
        "surrogate",
        with("comment", "\"half\"").replace("\"half\"", "\"\\ud800 pair\""));
  }

  @Test
  void a_name_too_long_is_refused() throws Exception {
    String longName = "x".repeat(256);
    assertThat(gradebook.refused(longName, of(longName)).fault()).isEqualTo(Fault.INVALID_DATA);
    String longest = "x".repeat(255);
    gradebook.putResult(longest, of(longest));
  }

  @Test
  void a_stale_date_is_refused_and_says_what_is_known() throws Exception {
    gradebook.putResult("result-1", aResult().toString());
    gradebook.refused(
        Fault.INVALID_DATA,
        "stale: the result is known as of 2026-05-03T10:00:00Z",
        with("dateLastModified", "\"2026-05-03T09:59:59Z\""));
  }

  @Test
  void a_score_that_goes_back_to_what_it_was_is_refused_without_a_newer_date() throws Exception {
    gradebook.putResult("result-1", aResult().toString());
    gradebook.putResult("result-1", with("score", "2"));
    gradebook.refused(
        Fault.INVALID_DATA, "changed since, as of 2026-05-03T10:00:00Z", aResult().toString());
    assertThat(institution.facts()).isEqualTo(2);
    gradebook.putResult("result-1", with("dateLastModified", "\"2026-05-03T10:00:01Z\""));
    assertThat(gradebook.get("/results/result-1").at("/result/score").asInt()).isEqualTo(9);
  }

  @Test
  void an_extension_of_the_status_and_another_source_of_objectives_are_taken_in() throws Exception {
    ObjectNode document = aResult();
    result(document).put("scoreStatus", "ext:peer-reviewed");
    result(document)
        .withArray("learningObjectiveSet")
        .addObject()
        .put("source", "ext-state")
        .putArray("learningObjectiveResults")
        .addObject()
        .put("learningObjectiveId", "not a UUID");

    gradebook.putResult("result-1", document.toString());
    assertThat(institution.standing(ADA)).isEmpty();
  }

  @Test
  void results_are_given_page_by_page() throws Exception {
    for (int i = 1; i <= 5; i++) {
      gradebook.putResult("result-" + i, of("result-" + i));
    }
    Wire.Answer page = gradebook.wire.get(Addresses.GRADEBOOK + "/results?limit=2&offset=2");
    OfficialSchema.assertValid("ResultSetDType", page.body());
    assertThat(page.body().path("results")).hasSize(2);
    assertThat(page.body().at("/results/0/sourcedId").textValue()).isEqualTo("result-3");
    assertThat(page.header("X-Total-Count")).isEqualTo("5");
    String base = "<http://localhost:9080/competency/ims/oneroster/gradebook/v1p2/results?limit=2";
    assertThat(page.header("Link"))
        .contains(base + "&offset=4>; rel=\"next\"")
        .contains(base + "&offset=4>; rel=\"last\"")
        .contains(base + "&offset=0>; rel=\"first\"")
        .contains(base + "&offset=0>; rel=\"prev\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "offset=-1",
        "limit=x",
        "filter=score=9",
        "filter=shoe='9'",
        "fields=,"
      })
  void a_query_that_is_not_understood_is_refused_rather_than_ignored(String query) {
    assertThatThrownBy(() -> gradebook.get("/results?" + query))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.fault().status()).isEqualTo(400));
  }

  @Test
  void a_deleted_result_is_no_longer_known() throws Exception {
    gradebook.putResult("result-1", aResult().toString());

    assertThat(gradebook.call("DELETE", "/results/result-1", "")).isEqualTo(204);
    assertThat(institution.standing(ADA)).isEmpty();
    assertThatThrownBy(() -> gradebook.get("/results/result-1"))
        .isInstanceOfSatisfying(
            ImsxException.class, e -> assertThat(e.fault()).isEqualTo(Fault.UNKNOWN_OBJECT));
    assertThatThrownBy(() -> gradebook.call("DELETE", "/results/result-1", ""))
        .isInstanceOf(ImsxException.class);
  }
}
