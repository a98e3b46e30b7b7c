package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every operation of CASE 1.0 and 1.1 over HTTP, as its discovery document tells: its JSON, its
 * page, its entity tag, its compression, its errors.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseServiceTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String ROOT = "/competency/ims/case/";
  private static final String DOCUMENT = Everything.id("document");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeEach
  void framework() throws Exception {
    Wire registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    HttpResponse<String> answer =
        registrar.post(
            "/competency/frameworks",
            Wire.JSON,
            HttpRequest.BodyPublishers.ofString(Everything.framework()));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1p0", "v1p1"})
  void every_operation_of_the_discovery_document_answers_a_stranger(String version)
      throws Exception {
    String file = "/discovery/imscase" + version + "_openapi3_v1p0.json";
    JsonNode description = json(send(ROOT + version + file, Map.of()));
    assertThat(description.at("/servers/0/url").asText())
        .isEqualTo(VELLUM.address() + ROOT + version);
    assertThat(description.path("paths")).hasSize(12);
    for (Map.Entry<String, JsonNode> each : description.path("paths").properties()) {
      if (each.getKey().contains("{")) {
        operation(version, each.getKey());
      }
    }
  }

  private void operation(String version, String template) throws Exception {
    String path = ROOT + version + template.replace("{sourcedId}", Everything.identifier(template));
    HttpResponse<byte[]> answer = send(path, Map.of("Accept", Wire.JSON));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).startsWith(Wire.JSON);
    assertThat(header(answer, "Vary")).contains("Accept-Encoding");
    String tag = header(answer, "ETag");
    HttpResponse<byte[]> unchanged = send(path, Map.of("If-None-Match", tag));
    assertThat(unchanged.statusCode()).as(path).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(header(unchanged, "ETag")).isEqualTo(tag);
    assertThat(send(path, Map.of("If-None-Match", "\"other\"")).statusCode()).isEqualTo(200);
    assertThat(send(path, Map.of()).body()).isEqualTo(answer.body());
    HttpResponse<byte[]> head = head(path);
    assertThat(head.statusCode()).as(path).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    if (!template.startsWith("/CFItemAssociations")) {
      page(path, answer.body());
    }
    error(version, template);
  }

  /** A browser gets a page, and from its link the JSON. */
  private void page(String path, byte[] json) throws Exception {
    HttpResponse<byte[]> page =
        send(path, Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    if (page.statusCode() == 303) {
      page = send(URI.create(header(page, "Location")).getPath(), Map.of("Accept", Wire.HTML));
    }
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    assertThat(header(page, "Content-Type")).startsWith(Wire.HTML);
    assertThat(new String(page.body(), UTF_8)).as(path).contains("CASE of everything");
    HttpResponse<byte[]> followed =
        send(path + "?format=json", Map.of("Accept", "text/html,*/*;q=0.8"));
    assertThat(followed.body()).as(path).isEqualTo(json);
  }

  private void error(String version, String template) throws Exception {
    for (String wrong : new String[] {Everything.id("never"), "no-uuid"}) {
      HttpResponse<byte[]> answer =
          send(ROOT + version + template.replace("{sourcedId}", wrong), Map.of());
      assertThat(answer.statusCode()).as(template).isEqualTo(404);
      assertThat(text(answer))
          .contains(wrong.equals("no-uuid") ? "Invalid UUID" : "Unknown Object");
      told(version, answer);
    }
  }

  private static void told(String version, HttpResponse<byte[]> answer) throws Exception {
    if (version.equals("v1p1")) {
      Official.case11("imsx_statusinfo", text(answer));
    } else {
      assertThat(text(answer)).doesNotContain("invalid_uuid", "unauthorised_request");
      assertThat(json(answer).path("imsx_codeMajor").asText()).isEqualTo("failure");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1p0", "v1p1"})
  void what_cannot_be_understood_is_told_in_the_words_of_the_version(String version)
      throws Exception {
    for (String query :
        new String[] {
          "limit=0",
          "limit=x",
          "offset=-1",
          "orderBy=up",
          "fields=",
          "filter=" + encoded("unheardOf='1'"),
          "filter=title",
          "filter=" + encoded("title='\0'")
        }) {
      HttpResponse<byte[]> answer = send(ROOT + version + "/CFDocuments?" + query, Map.of());
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      told(version, answer);
    }
    HttpResponse<byte[]> nowhere = send(ROOT + version + "/CFNothing/at/all", Map.of());
    assertThat(nowhere.statusCode()).isEqualTo(404);
    told(version, nowhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1p0", "v1p1"})
  void documents_are_filtered_sorted_cut_and_paged(String version) throws Exception {
    String documents = ROOT + version + "/CFDocuments?";
    String filter = "filter=" + encoded("title='case OF everything' AND version='7'");
    HttpResponse<byte[]> one = send(documents + filter, Map.of());
    assertThat(header(one, "X-Total-Count")).isEqualTo("1");
    assertThat(json(one).at("/CFDocuments/0/identifier").asText()).isEqualTo(DOCUMENT);
    HttpResponse<byte[]> cut =
        send(documents + filter + "&fields=identifier,subject&sort=title&orderBy=desc", Map.of());
    assertThat(json(cut).at("/CFDocuments/0")).hasSize(2);
    HttpResponse<byte[]> paged = send(documents + "limit=1&sort=title&orderBy=desc", Map.of());
    assertThat(json(paged).path("CFDocuments")).hasSize(1);
    assertThat(header(paged, "Link")).contains("rel=\"first\"", "sort=title", "/" + version + "/");
    String tag = header(paged, "ETag");
    HttpResponse<byte[]> again =
        send(documents + "limit=1&sort=title&orderBy=desc", Map.of("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void packages_and_long_answers_are_compressed_and_short_ones_are_not() throws Exception {
    Map<String, String> gzip = Map.of("Accept-Encoding", "gzip");
    String path = ROOT + "v1p1/CFPackages/" + DOCUMENT;
    HttpResponse<byte[]> plain = send(path, Map.of());
    HttpResponse<byte[]> compressed = send(path, gzip);
    assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(compressed.headers().allValues("Content-Encoding")).hasSize(1);
    assertThat(header(compressed, "ETag"))
        .isEqualTo(header(plain, "ETag").replaceAll("\"$", "-gzip\""));
    assertThat(unpacked(compressed)).isEqualTo(plain.body());
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    HttpResponse<byte[]> list = send(ROOT + "v1p1/discovery/imscasev1p1_openapi3_v1p0.json", gzip);
    assertThat(header(list, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(list, "ETag")).startsWith("W/");
    assertThat(new String(unpacked(list), UTF_8)).contains("getCFPackage");
    HttpResponse<byte[]> small = send(ROOT + "v1p1/CFLicenses/" + Everything.id("license"), gzip);
    assertThat(small.headers().firstValue("Content-Encoding")).isEmpty();
  }

  private static byte[] unpacked(HttpResponse<byte[]> answer) throws Exception {
    return new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
  }

  private static HttpResponse<byte[]> send(String path, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(VELLUM.address().resolve(path)).GET();
    headers.forEach(request::header);
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> head(String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(VELLUM.address().resolve(path)).HEAD().build(),
        BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), UTF_8);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws Exception {
    return Wire.MAPPER.readTree(answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
