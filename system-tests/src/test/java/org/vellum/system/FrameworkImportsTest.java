package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A registrar imports a framework, imports it again changed, decides, and takes it away. */
class FrameworkImportsTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String IMPORTS = "/competency/frameworks/imports";

  private Wire registrar = Wire.to(java.net.URI.create("http://localhost"));

  @BeforeEach
  void signIn() throws Exception {
    registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
  }

  @Test
  void a_framework_is_imported_changed_merged_and_downloaded_in_every_form() throws Exception {
    String id = UUID.nameUUIDFromBytes("imported by plan".getBytes(UTF_8)).toString();
    String first = decided(planned("application/json", framework(id, "First title")), "merge");
    assertThat(first).endsWith("/competency/frameworks/" + id);
    String second = planned("application/json", framework(id, "Second title"));
    JsonNode preview = Wire.MAPPER.readTree(registrar.get(second, Wire.JSON).body());
    assertThat(preview.at("/differences/changed/0/members/0/after").asText())
        .isEqualTo("Second title");
    assertThat(registrar.get(second, Wire.HTML).body()).contains("Second title", "/merge");
    decided(second, "merge");

    String revisions = "/competency/frameworks/" + id + "/revisions";
    assertThat(registrar.get(revisions, Wire.HTML).body()).contains("First title");
    assertThat(registrar.get(revisions + "/1", Wire.JSON).body()).contains("First title");
    assertThat(registrar.get("/competency/frameworks/" + id, Wire.HTML).body())
        .contains("Second title", "exports/framework.pdf");
    String exports = "/competency/frameworks/" + id + "/exports/";
    for (String name :
        List.of("framework.csv", "framework.md", "ctdl-asn.jsonld", "received.json")) {
      assertThat(found(exports + name)).as(name).contains("Second title");
    }
    assertThat(found(exports + "framework.pdf")).startsWith("%PDF");
    assertThat(found(exports + "framework.xlsx")).startsWith("PK");
    Wire stranger = Wire.to(VELLUM.address());
    assertThat(stranger.get(exports + "framework.csv", "*/*").statusCode()).isEqualTo(200);
    assertThat(stranger.get(exports + "received.json", "*/*").statusCode()).isNotEqualTo(200);
    assertThat(stranger.get(IMPORTS, Wire.HTML).body()).doesNotContain("Import a framework");
  }

  @Test
  void the_template_can_be_sent_back_and_cancelled() throws Exception {
    String template = found("/competency/frameworks/templates/framework.csv");
    String plan = planned("text/csv", template);
    decided(plan, "cancel");
    assertThat(registrar.get(plan, Wire.JSON).statusCode()).isEqualTo(404);
  }

  @Test
  void each_row_of_a_spreadsheet_is_reported_on_and_nothing_is_imported() throws Exception {
    String before = registrar.get("/competency/frameworks", Wire.JSON).body();
    String template = found("/competency/frameworks/templates/framework.csv");
    HttpResponse<String> answer = reported("text/csv", template + "no,such,columns\n");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode report = Wire.MAPPER.readTree(answer.body());
    assertThat(report.path("lines").size()).as(answer.body()).isPositive();

    HttpResponse<String> refused = reported("text/csv", "");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(registrar.get("/competency/frameworks", Wire.JSON).body()).isEqualTo(before);
  }

  @Test
  void a_program_that_asks_for_an_address_inside_the_network_is_refused() throws Exception {
    for (String address : List.of("https://127.0.0.1:9443/x", "http://localhost/", "nothing")) {
      HttpResponse<String> answer =
          registrar.post(
              "/competency/frameworks/remote",
              Wire.JSON,
              BodyPublishers.ofString("{\"address\":\"" + address + "\",\"scope\":\"read\"}"));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
  }

  @Test
  void an_address_inside_the_network_is_not_fetched() throws Exception {
    for (String address : List.of("https://127.0.0.1:9443/x", "http://localhost/", "nothing")) {
      HttpResponse<String> answer =
          registrar.form("/competency/frameworks/remote", Map.of("address", address));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("Not imported").doesNotContain("Exception");
    }
  }

  private HttpResponse<String> reported(String mediaType, String body) throws Exception {
    return registrar.post(IMPORTS + "/report", mediaType, BodyPublishers.ofString(body));
  }

  private String planned(String mediaType, String body) throws Exception {
    HttpResponse<String> answer = registrar.post(IMPORTS, mediaType, BodyPublishers.ofString(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf(IMPORTS));
  }

  /** Where the browser is led. */
  private String decided(String plan, String choice) throws Exception {
    HttpResponse<String> answer = registrar.form(plan + "/" + choice, Map.of());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private String found(String path) throws Exception {
    HttpResponse<String> answer = registrar.get(path, "*/*");
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String framework(String id, String title) {
    return """
    {"CFDocument": {"identifier": "%s", "uri": "https://publisher.example/CFDocuments/%s",
      "creator": "A publisher", "title": "%s", "adoptionStatus": "Implemented",
      "lastChangeDateTime": "2026-01-02T03:04:05Z"},
     "CFItems": [{"identifier": "%s", "uri": "https://publisher.example/CFItems/1",
      "fullStatement": "Can do it", "lastChangeDateTime": "2026-01-02T03:04:05Z"}],
     "CFAssociations": []}
    """
        .formatted(id, id, title, UUID.nameUUIDFromBytes(id.getBytes(UTF_8)));
  }
}
