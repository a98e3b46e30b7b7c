package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every operation of the official OpenAPI documents of CASE 1.0 and 1.1 with every status that they
 * document, over HTTP: what is answered is what the document says of this status.
 */
class CaseStatusesTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String LIST = "/CFDocuments";

  private Wire stranger = Wire.to(VELLUM.address());

  @BeforeEach
  void framework() throws Exception {
    Wire registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    HttpResponse<String> answer =
        registrar.post(
            "/competency/frameworks", Wire.JSON, BodyPublishers.ofString(Everything.framework()));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    stranger = Wire.to(VELLUM.address());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1p0", "v1p1"})
  void every_status_that_is_documented_is_answered_as_documented(String version) throws Exception {
    Map<String, JsonNode> operations = Official.caseOperations(version);
    assertThat(operations).hasSize(12);
    for (Map.Entry<String, JsonNode> operation : operations.entrySet()) {
      for (Map.Entry<String, JsonNode> documented :
          operation.getValue().path("responses").properties()) {
        answered(version, operation.getKey(), documented.getKey(), documented.getValue());
      }
    }
  }

  private void answered(String version, String template, String status, JsonNode documented)
      throws Exception {
    boolean list = template.equals(LIST);
    String known = list ? "" : Everything.identifier(template);
    switch (status) {
      case "200" -> check(version, template, known, 200, documented);
      case "404" -> {
        if (list) {
          check(version, template + "/no/such/thing", "", 404, documented);
        } else {
          check(version, template, Everything.id("never"), 404, documented);
          check(version, template, "no-uuid", 404, documented);
        }
      }
      case "400" -> {
        // Who asks for one object by its identifier can get nothing else wrong.
        if (list) {
          for (String query : List.of("limit=0", "offset=x", "orderBy=up", "filter=title")) {
            check(version, template + "?" + query, "", 400, documented);
          }
        }
      }
      case "500" -> {
        rename("framework", "framework_elsewhere");
        try {
          check(version, template, known, 500, documented);
        } finally {
          rename("framework_elsewhere", "framework");
        }
        check(version, template, known, 200, null);
      }
      // Nothing here needs a sign-in or a token, and nothing limits how often one reads.
      case "401", "403", "429" -> {}
      // For statuses that are not named; there are none.
      case "default" -> {}
      default -> throw new AssertionError("a status that nobody tests: " + status);
    }
  }

  private void check(
      String version, String template, String identifier, int status, @Nullable JsonNode documented)
      throws Exception {
    String path = "/competency/ims/case/" + version + template.replace("{sourcedId}", identifier);
    HttpResponse<String> answer = stranger.get(path, Wire.JSON);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(Wire.JSON);
    if (documented != null) {
      Official.answer(version, documented, answer.body());
    }
  }

  /**
   * What the operator of the database does: takes away where documents stand, or brings it back.
   */
  private static void rename(String from, String to) throws Exception {
    try (Rows rows = Rows.of(VELLUM.server())) {
      rows.change("alter table competency." + from + " rename to " + to, 0);
    }
  }
}
