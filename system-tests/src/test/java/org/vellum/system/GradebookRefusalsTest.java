package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vellum.start.ApiRefused;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;

/** What an LMS does wrong is told in OneRoster's own payload and status, and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradebookRefusalsTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.";
  private static final String PATH = "/competency/ims/oneroster/gradebook/v1p2/results/";
  private static final String KEPT = "refusals-kept";

  /** Stands for half of a surrogate pair, which only an escape can bring over the wire. */
  private static final String HALF = "@half@";

  private Wire.Credentials credentials = new Wire.Credentials("", "");
  private Wire lms = Wire.to(URI.create("http://localhost"));

  /** A fault in a result that is otherwise good. */
  record Faulty(String name, Consumer<ObjectNode> fault) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Faulty> faulty() {
    return Stream.of(
        new Faulty("unknown learner", sent -> named(sent, "student", "nobody")),
        new Faulty("unknown line item", sent -> named(sent, "lineItem", "nothing")),
        new Faulty("score above the scale", sent -> sent.put("score", 100.01)),
        new Faulty("score below the scale", sent -> sent.put("score", -1)),
        new Faulty(
            "stale date",
            sent -> sent.put("dateLastModified", "2026-04-30T00:00:00Z").put("score", 1)),
        new Faulty("no date", sent -> sent.put("scoreDate", "yesterday")),
        new Faulty("date in the future", sent -> sent.put("scoreDate", "2999-01-01")),
        new Faulty("no scoreStatus", sent -> sent.remove("scoreStatus")),
        new Faulty("another sourcedId", sent -> sent.put("sourcedId", "another")),
        new Faulty("NUL in a text", sent -> sent.put("comment", "\u0000")),
        new Faulty("half a surrogate pair", sent -> sent.put("comment", HALF)));
  }

  private static void named(ObjectNode sent, String reference, String sourcedId) {
    ((ObjectNode) sent.get(reference)).put("sourcedId", sourcedId);
  }

  @BeforeAll
  void connect() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importRoster();
    credentials =
        Wire.Credentials.register(
            institution.registrar(), "Careless", SCOPE + "createput", SCOPE + "readonly");
    lms =
        Wire.to(VELLUM.address())
            .authorized(credentials, SCOPE + "createput " + SCOPE + "readonly");
    assertThat(lms.put(PATH + KEPT, result().toString()).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void a_result_with_a_fault_is_refused_and_what_was_known_stays(Faulty faulty) throws Exception {
    String before = lms.get(PATH + KEPT, Wire.JSON).body();
    ObjectNode sent = result();
    faulty.fault().accept((ObjectNode) sent.get("result"));

    HttpResponse<String> answer = lms.put(PATH + KEPT, sent.toString().replace(HALF, "\\ud83d"));

    refused(answer, 422, "invaliddata");
    assertThat(lms.get(PATH + KEPT, Wire.JSON).body()).isEqualTo(before);
  }

  @Test
  void a_result_for_somebody_unknown_waits_until_a_registrar_says_who_is_meant() throws Exception {
    String named = "refused-and-mended";
    ObjectNode sent = result();
    ObjectNode inside = (ObjectNode) sent.get("result");
    inside.put("sourcedId", named);
    String learner = inside.at("/student/sourcedId").asText();
    named(inside, "student", "the-lms-own-name");
    refused(lms.put(PATH + named, sent.toString()), 422, "invaliddata");

    PublicApi registrar = VELLUM.signedIn("registrar");
    String list = "/competency/results/rejected?source=" + credentials.id();
    JsonNode open = Wire.MAPPER.readTree(registrar.get(list, Wire.JSON).body());
    assertThat(open.findValuesAsText("sourcedId")).contains(named);
    assertThat(registrar.get(list, Wire.HTML).body()).contains("the-lms-own-name");
    HttpResponse<String> mapped =
        registrar.postForm(
            "/competency/results/mappings",
            Map.of(
                "source",
                credentials.id(),
                "kind",
                "learner",
                "identifier",
                "the-lms-own-name",
                "meant",
                learner));

    assertThat(mapped.statusCode()).as(mapped.body()).isEqualTo(303);
    assertThat(lms.get(PATH + named, Wire.JSON).statusCode()).isEqualTo(200);
    assertThat(registrar.get(list, Wire.JSON).body()).doesNotContain(named);
    PublicApi other = VELLUM.signedIn("amara");
    assertThatThrownBy(() -> other.get(list, Wire.JSON))
        .isInstanceOf(ApiRefused.class)
        .hasMessageContaining("403");
  }

  @Test
  void what_is_no_json_is_a_bad_request() throws Exception {
    refused(lms.put(PATH + KEPT, "{\"result\":"), 400, "invaliddata");
    refused(lms.put(PATH + KEPT, "[".repeat(10_000)), 400, "invaliddata");
    refused(lms.put(PATH + KEPT, " ".repeat(300_000)), 413, "invaliddata");
  }

  @Test
  void a_token_without_the_scope_is_forbidden_to_write() throws Exception {
    Wire reader = Wire.to(VELLUM.address()).authorized(credentials, SCOPE + "readonly");
    refused(reader.put(PATH + KEPT, result().toString()), 403, "forbidden");
    assertThat(reader.get(PATH + KEPT, Wire.JSON).statusCode()).isEqualTo(200);
  }

  @Test
  void no_token_and_one_that_nobody_issued_are_unauthorised() throws Exception {
    Wire nobody = Wire.to(VELLUM.address());
    refused(nobody.put(PATH + KEPT, result().toString()), 401, "unauthorisedrequest");
    refused(
        nobody.bearing("A".repeat(43)).put(PATH + KEPT, result().toString()),
        401,
        "unauthorisedrequest");
  }

  @Test
  void a_token_that_has_expired_is_unauthorised_like_one_that_never_was() throws Exception {
    Wire late =
        Wire.to(VELLUM.address())
            .authorized(credentials, SCOPE + "createput " + SCOPE + "readonly");
    expires(late, "now() - interval '1 second'");
    HttpResponse<String> written = late.put(PATH + KEPT, result().toString());
    refused(written, 401, "unauthorisedrequest");
    assertThat(written.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    refused(late.get(PATH + KEPT, Wire.JSON), 401, "unauthorisedrequest");
    expires(late, "now() + interval '1 minute'");
    assertThat(late.get(PATH + KEPT, Wire.JSON).statusCode()).isEqualTo(200);
  }

  private static void expires(Wire client, String when) throws Exception {
    try (Rows rows = Rows.of(VELLUM.server())) {
      rows.change(
          "update platform.access_token set expires_at = %s where token_hash = sha256('%s')"
              .formatted(when, client.token()),
          1);
    }
  }

  @Test
  void a_result_that_is_not_there_and_a_query_that_is_not_understood_are_told() throws Exception {
    refused(lms.get(PATH + "never-sent", Wire.JSON), 404, "unknownobject");
    String collection = PATH.substring(0, PATH.length() - 1);
    refused(lms.get(collection + "?filter=score%3E1", Wire.JSON), 400, "invalid_filter_field");
  }

  @Test
  void what_is_given_back_is_what_the_standard_says() throws Exception {
    Official.oneRoster("SingleResultDType", lms.get(PATH + KEPT, Wire.JSON).body());
  }

  /** Fails unless the answer is OneRoster's payload with these words and this status. */
  static void refused(HttpResponse<String> answer, int status, String minor) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(Wire.JSON);
    Official.oneRoster("imsx_StatusInfoDType", answer.body());
    JsonNode info = Wire.MAPPER.readTree(answer.body());
    assertThat(info.get("imsx_codeMajor").asText()).isEqualTo("failure");
    assertThat(info.at("/imsx_CodeMinor/imsx_codeMinorField/0/imsx_codeMinorFieldValue").asText())
        .isEqualTo(minor);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.vellum");
  }

  private static ObjectNode result() throws Exception {
    return (ObjectNode)
        Wire.MAPPER.readTree(
            """
            {"result": {"sourcedId": "%s", "status": "active",
              "dateLastModified": "2026-05-01T16:00:00Z",
              "lineItem": {"href": "https://lms.example/lineItems/1",
                "sourcedId": "lineitem-adp110-final", "type": "lineItem"},
              "student": {"href": "https://lms.example/users/1",
                "sourcedId": "learner-amara", "type": "user"},
              "scoreStatus": "fully graded", "score": 12, "scoreDate": "2026-05-01"}}
            """
                .formatted(KEPT));
  }
}
