package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A package that is broken or meant to harm gets findings with their place and leaves nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePackagesTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final String IMPORT = "/competency/frameworks";
  private static final String DOCUMENTS = "/competency/ims/case/v1p1/CFDocuments?limit=1000";
  private static final String ITEMS = "/competency/ims/case/v1p1/CFItems/";
  private static final int MEGABYTES = 200;

  private Wire registrar = Wire.to(java.net.URI.create("http://localhost"));
  private String before = "";

  @BeforeEach
  void signIn() throws Exception {
    registrar = Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
    before = registrar.get(DOCUMENTS, Wire.JSON).body();
  }

  @Test
  void what_is_not_json_is_told_with_line_and_column() throws Exception {
    refused(send("{\"CFDocument\": nothing"), "not-json");
    refused(send("<html></html>"), "not-json");
    refused(send(""), "wrong-shape");
  }

  @Test
  void ten_thousand_levels_are_refused() throws Exception {
    refused(send("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)), "beyond-bounds");
  }

  @Test
  void two_hundred_megabytes_are_refused_without_being_kept() throws Exception {
    HttpResponse<String> answer =
        registrar.post(
            IMPORT,
            Wire.JSON,
            BodyPublishers.ofInputStream(HostilePackagesTest::twoHundredMegabytes));
    assertThat(answer.statusCode()).as(answer.body()).isIn(413, 422);
    assertThat(answer.body()).doesNotContain("Exception");
    nothingChanged();
    assertThat(registrar.get("/health/ready", Wire.JSON).statusCode()).isEqualTo(200);
  }

  @Test
  void a_cycle_is_refused_and_named() throws Exception {
    String first = id("cycle 1");
    String second = id("cycle 2");
    String answer =
        refused(
            send(
                framework(
                    "cycle",
                    item(first, "First") + "," + item(second, "Second"),
                    child(first, second) + "," + child(second, first))),
            "cycle");
    assertThat(answer).contains("/CFAssociations/");
    assertThat(registrar.get(ITEMS + first, Wire.JSON).statusCode()).isEqualTo(404);
  }

  @Test
  void an_item_with_the_identifier_of_the_document_is_refused() throws Exception {
    refused(send(framework("twice", item(id("twice"), "An item"), "")), "duplicate-identifier");
  }

  @Test
  void of_two_items_with_one_identifier_the_first_is_served_with_a_warning() throws Exception {
    String twin = id("twin item");
    HttpResponse<String> answer =
        send(framework("twin", item(twin, "The first") + "," + item(twin, "The second"), ""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    finding(answer.body(), "duplicate-identifier");
    assertThat(registrar.get(ITEMS + twin, Wire.JSON).body())
        .contains("The first")
        .doesNotContain("The second");
  }

  @Test
  void links_that_dangle_are_kept_served_and_shown() throws Exception {
    String here = id("dangling item");
    String nowhere = id("nowhere");
    HttpResponse<String> answer =
        send(framework("dangling", item(here, "Here"), child(here, nowhere)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    finding(answer.body(), "parent-outside-package");
    String served =
        registrar.get("/competency/ims/case/v1p1/CFPackages/" + id("dangling"), Wire.JSON).body();
    assertThat(served).contains(nowhere);
    Official.case11("cfpackage", served);
    assertThat(registrar.get(ITEMS + here, Wire.HTML).body()).contains(nowhere);
  }

  @Test
  void the_list_of_documents_is_what_the_official_schema_says() throws Exception {
    send(framework("listed", item(id("listed item"), "Listed"), ""));
    Official.case11("cfdocumentset", registrar.get(DOCUMENTS, Wire.JSON).body());
    Official.case11("cfitem", registrar.get(ITEMS + id("listed item"), Wire.JSON).body());
  }

  @Test
  void beyond_the_end_the_list_of_documents_is_empty_and_no_error() throws Exception {
    HttpResponse<String> beyond =
        registrar.get("/competency/ims/case/v1p1/CFDocuments?offset=1000000", Wire.JSON);
    assertThat(beyond.statusCode()).isEqualTo(200);
    assertThat(Wire.MAPPER.readTree(beyond.body()).get("CFDocuments")).isEmpty();
    assertThat(beyond.headers().firstValueAsLong("X-Total-Count")).isPresent();
  }

  @Test
  void an_object_that_is_not_there_is_told_in_the_words_of_case() throws Exception {
    for (String wrong : new String[] {id("never"), "no-uuid"}) {
      HttpResponse<String> answer = registrar.get(ITEMS + wrong, Wire.JSON);
      assertThat(answer.statusCode()).isEqualTo(404);
      Official.case11("imsx_statusinfo", answer.body());
    }
  }

  private String refused(HttpResponse<String> answer, String code) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    finding(answer.body(), code);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("com.fasterxml");
    nothingChanged();
    return answer.body();
  }

  private void nothingChanged() throws Exception {
    assertThat(registrar.get(DOCUMENTS, Wire.JSON).body()).isEqualTo(before);
  }

  /** Fails unless a finding of this kind is told, with its place. */
  private static void finding(String body, String code) throws Exception {
    JsonNode findings = Wire.MAPPER.readTree(body).path("findings");
    assertThat(findings.findValuesAsText("code")).as(body).contains(code);
    assertThat(findings).allSatisfy(each -> assertThat(each.has("place")).as(body).isTrue());
  }

  private HttpResponse<String> send(String body) throws Exception {
    BodyPublisher publisher = BodyPublishers.ofString(body);
    return registrar.post(IMPORT, Wire.JSON, publisher);
  }

  private static InputStream twoHundredMegabytes() {
    byte[] megabyte = " ".repeat(1 << 20).getBytes(UTF_8);
    return new SequenceInputStream(
        Collections.enumeration(
            Collections.nCopies(MEGABYTES, megabyte).stream()
                .map(java.io.ByteArrayInputStream::new)
                .toList()));
  }

  private static String framework(String name, String items, String associations) {
    return """
    {"CFDocument": {"identifier": "%s", "creator": "Tester", "title": "%s",
       "lastChangeDateTime": "2026-05-01T12:00:00Z"},
     "CFItems": [%s], "CFAssociations": [%s]}
    """
        .formatted(id(name), name, items, associations);
  }

  private static String item(String identifier, String statement) {
    return """
    {"identifier": "%s", "fullStatement": "%s", "lastChangeDateTime": "2026-05-01T12:00:00Z"}
    """
        .formatted(identifier, statement);
  }

  private static String child(String of, String parent) {
    return """
    {"identifier": "%s", "associationType": "isChildOf",
     "originNodeURI": {"title": "Child", "identifier": "%s", "uri": "https://example.org/%s"},
     "destinationNodeURI": {"title": "Parent", "identifier": "%s", "uri": "https://example.org/%s"},
     "lastChangeDateTime": "2026-05-01T12:00:00Z"}
    """
        .formatted(id(of + parent), of, of, parent, parent);
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(("hostile package " + name).getBytes(UTF_8)).toString();
  }
}
