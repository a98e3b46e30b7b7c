package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.start.ApiRefused;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;

/** What is wrong gets a clear answer in the right words, and changes nothing. */
class BadInputTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String APPLICATION_JSON = "application/json";
  private static final String GRADEBOOK = "https://purl.imsglobal.org/spec/or/v1p2/scope/";
  private static final String RESULT = "/competency/ims/oneroster/gradebook/v1p2/results/bad-1";
  private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>";

  @Test
  void json_that_cannot_be_read_is_a_bad_request_and_no_fault_of_ours() throws Exception {
    PublicApi registrar = VELLUM.institution().registrar();
    ApiRefused refused =
        refusal(() -> registrar.post("/clients", APPLICATION_JSON, "{\"name\":".getBytes(UTF_8)));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.reason()).doesNotContain("Exception").doesNotContain("jackson");
  }

  @Test
  void a_package_that_is_none_is_refused_with_its_findings() throws Exception {
    PublicApi registrar = VELLUM.institution().registrar();
    ApiRefused refused =
        refusal(() ->
            registrar.post("/competency/frameworks", APPLICATION_JSON, "[1, 2]".getBytes(UTF_8)));
    assertThat(refused.status()).isEqualTo(422);
  }

  @Test
  void a_token_without_the_scope_is_refused_in_oneroster_s_words() throws Exception {
    PublicApi registrar = VELLUM.institution().registrar();
    String scope = GRADEBOOK + "gradebook.readonly";
    String registration = "{\"name\":\"Reader\",\"scopes\":[\"" + scope + "\"]}";
    JsonNode client =
        JSON.readTree(
            registrar.post("/clients", APPLICATION_JSON, registration.getBytes(UTF_8)).body());
    PublicApi reader = VELLUM.stranger();
    reader.authorize(client.get("client_id").asText(), client.get("client_secret").asText(), scope);
    assertThat(refusal(() -> reader.put(RESULT, APPLICATION_JSON, "{}")).status()).isEqualTo(403);
  }

  @Test
  void a_result_for_an_unknown_learner_or_out_of_scale_is_invalid_data() throws Exception {
    Institution institution = VELLUM.institution();
    institution.importRoster();
    PublicApi lms = institution.connectLms("Careless LMS");
    for (String faulty :
        new String[] {
          "{\"sourcedId\":\"bad-1\",\"lineItem\":\"lineitem-adp110-final\",\"student\":\"nobody\","
              + "\"score\":50,\"scoreDate\":\"2026-05-01\"}",
          "{\"sourcedId\":\"bad-1\",\"lineItem\":\"nothing\",\"student\":\"learner-amara\","
              + "\"score\":50,\"scoreDate\":\"2026-05-01\"}",
          "{\"sourcedId\":\"bad-1\",\"lineItem\":\"lineitem-adp110-final\","
              + "\"student\":\"learner-amara\",\"score\":101,\"scoreDate\":\"2026-05-01\"}"
        }) {
      JsonNode result = JSON.readTree(faulty);
      assertThat(refusal(() -> Institution.send(lms, result)).status()).as(faulty).isEqualTo(422);
    }
    assertThat(refusal(() -> lms.get(RESULT, APPLICATION_JSON)).status()).isEqualTo(404);
  }

  @Test
  void script_in_every_field_of_a_framework_stays_text() throws Exception {
    String document = UUID.nameUUIDFromBytes("hostile".getBytes(UTF_8)).toString();
    String item = UUID.nameUUIDFromBytes("hostile item".getBytes(UTF_8)).toString();
    String hostile =
        """
        {"CFDocument": {"identifier": "%1$s", "creator": "%3$s", "title": "%3$s",
           "version": "%3$s", "description": "%3$s", "lastChangeDateTime": "2026-05-01T12:00:00Z"},
         "CFItems": [{"identifier": "%2$s", "fullStatement": "%3$s", "humanCodingScheme": "%3$s",
           "notes": "%3$s", "lastChangeDateTime": "2026-05-01T12:00:00Z"}]}
        """
            .formatted(document, item, SCRIPT);
    PublicApi registrar = VELLUM.institution().registrar();
    registrar.post("/competency/frameworks", APPLICATION_JSON, hostile.getBytes(UTF_8));
    for (String path :
        new String[] {
          "/competency/frameworks",
          "/competency/frameworks/" + document,
          "/competency/ims/case/v1p1/CFItems/" + item
        }) {
      assertThat(registrar.get(path, "text/html").body())
          .as(path)
          .contains("&lt;script&gt;")
          .doesNotContain("<script>alert")
          .doesNotContain("<img src=x");
    }
  }

  @Test
  void every_answer_tells_the_browser_to_run_nothing_from_elsewhere() throws Exception {
    HttpResponse<String> page = VELLUM.stranger().get("/", "text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  private static ApiRefused refusal(ThrowingCallable call) {
    ApiRefused refused = catchThrowableOfType(ApiRefused.class, call);
    assertThat(refused).as("it was not refused").isNotNull();
    return refused;
  }
}
