package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A tool registers itself and then meets every operation of the gradebook and the roster on the
 * wire: with the standard's media types, and for no scope but its own.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LtiToolServicesTest {
  @RegisterExtension static final RunningVellum VELLUM = new RunningVellum();

  private static final LmsSimulator SIMULATOR = LmsSimulator.running();
  private static final String LINE_ITEM_TYPE = "application/vnd.ims.lis.v2.lineitem+json";
  private static final String LINE_ITEMS_TYPE = "application/vnd.ims.lis.v2.lineitemcontainer+json";
  private static final String RESULTS_TYPE = "application/vnd.ims.lis.v2.resultcontainer+json";
  private static final String MEMBERS_TYPE =
      "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
  private static final String NAMES_AND_ROLES =
      "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
  private static final List<String> SCOPES =
      List.of(
          LtiSteps.LINE_ITEM,
          LtiSteps.LINE_ITEM_READ,
          LtiSteps.RESULTS,
          LtiSteps.SCORE,
          LtiSteps.MEMBERS);
  private static final String LINE_ITEM =
      "{\"label\": \"%s\", \"scoreMaximum\": 20, \"resourceId\": \"quiz-%s\"}";

  private String client = "";
  private String deployment = "";
  private String lineItems = "";
  private String lineItem = "";
  private String memberships = "";

  private static Wire registrar() throws Exception {
    return Wire.signedIn(VELLUM.address(), "registrar", VELLUM.password("registrar"));
  }

  private Wire tool(String scope) throws Exception {
    return LtiSteps.tool(VELLUM.address(), client, scope);
  }

  /** That an answer has this status and type; what it says. */
  private static JsonNode said(HttpResponse<String> answer, int status, String type)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    return Wire.MAPPER.readTree(answer.body());
  }

  @Test
  @Order(1)
  void an_invited_tool_registers_itself_once_over_http() throws Exception {
    VELLUM.institution().importRoster();
    HttpResponse<String> invited =
        registrar()
            .form(
                "/competency/lti/tools/invitations",
                Map.of("address", SIMULATOR.origin() + "/register-tool?a=1"));
    assertThat(invited.statusCode()).as(invited.body()).isEqualTo(200);
    String opened =
        invited
            .body()
            .replaceAll("(?s).*?href=\"([^\"]*/register-tool[^\"]*)\".*", "$1")
            .replace("&amp;", "&");
    Map<String, String> asked = LtiSteps.query(URI.create(opened));
    assertThat(asked).containsEntry("a", "1");

    Wire tool = Wire.to(VELLUM.address());
    JsonNode platform =
        said(tool.get(asked.getOrDefault("openid_configuration", ""), Wire.JSON), 200, Wire.JSON);
    assertThat(platform.path("issuer").asText()).isEqualTo(VELLUM.address().toString());
    assertThat(platform.path("scopes_supported").toString()).contains(SCOPES);
    String endpoint = LtiSteps.path(platform.path("registration_endpoint"), VELLUM.address());
    assertThat(registered(tool, endpoint).statusCode()).as("without a token").isEqualTo(401);

    tool.bearing(asked.getOrDefault("registration_token", ""));
    JsonNode made = said(registered(tool, endpoint), 201, Wire.JSON);
    assertThat(made.path("scope").asText().split(" ", -1))
        .containsExactlyInAnyOrderElementsOf(SCOPES);
    client = made.path("client_id").asText();
    deployment = made.path(LtiSteps.TOOL_CONFIGURATION).path("deployment_id").asText();
    HttpResponse<String> again = registered(tool, endpoint);
    assertThat(said(again, 401, Wire.JSON).path("error").asText()).isEqualTo("invalid_token");
    assertThat(again.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  private static HttpResponse<String> registered(Wire tool, String endpoint) throws Exception {
    ObjectNode request = Wire.MAPPER.createObjectNode();
    request.put("application_type", "web").put("client_name", "Services quiz");
    request.put("initiate_login_uri", SIMULATOR.origin() + "/login");
    request.put("token_endpoint_auth_method", "private_key_jwt");
    request.put("scope", "openid " + String.join(" ", SCOPES));
    request.putArray("response_types").add("id_token");
    request.putArray("grant_types").add("implicit").add("client_credentials");
    request.putArray("redirect_uris").add(SIMULATOR.origin() + "/launch");
    request.put("jwks_uri", SIMULATOR.origin() + "/keys");
    request
        .putObject(LtiSteps.TOOL_CONFIGURATION)
        .put("domain", "localhost")
        .put("target_link_uri", SIMULATOR.origin() + "/start");
    return tool.post(endpoint, Wire.JSON, BodyPublishers.ofString(request.toString()));
  }

  @Test
  @Order(2)
  void a_launch_tells_it_where_the_gradebook_and_the_roster_are() throws Exception {
    Wire registrar = registrar();
    HttpResponse<String> placed =
        registrar.form(
            "/competency/lti/links",
            Map.of(
                "deployment", deployment,
                "class", "class-adp310-1",
                "title", "Services quiz 1",
                "maximum", "10"));
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(303);
    String page = registrar.get("/competency/lti/links", Wire.HTML).body();
    String launch =
        page.replaceAll("(?s).*?(/competency/lti/launches/[0-9a-f-]+)\">Services quiz 1.*", "$1");
    ObjectNode message = LtiSteps.launched(registrar, launch, SIMULATOR.origin() + "/launch");
    assertThat(message.path("azp").asText()).isEqualTo(client);
    JsonNode endpoint = message.path(LtiSteps.ENDPOINT);
    lineItems = LtiSteps.path(endpoint.path("lineitems"), VELLUM.address());
    lineItem = LtiSteps.path(endpoint.path("lineitem"), VELLUM.address());
    memberships =
        LtiSteps.path(
            message.path(NAMES_AND_ROLES).path("context_memberships_url"), VELLUM.address());
  }

  @Test
  @Order(3)
  void line_items_come_and_go_in_the_standard_s_media_types() throws Exception {
    Wire tool = tool(LtiSteps.LINE_ITEM);
    HttpResponse<String> made =
        tool.send(
            "POST", lineItems, LINE_ITEM_TYPE, LINE_ITEM_TYPE, LINE_ITEM.formatted("Second", "2"));
    JsonNode second = said(made, 201, LINE_ITEM_TYPE);
    assertThat(made.headers().firstValue("Location")).contains(second.path("id").asText());
    String path = LtiSteps.path(second.path("id"), VELLUM.address());
    JsonNode put =
        said(
            tool.send(
                "PUT", path, LINE_ITEM_TYPE, LINE_ITEM_TYPE, LINE_ITEM.formatted("Renamed", "2")),
            200,
            LINE_ITEM_TYPE);
    assertThat(put.path("label").asText()).isEqualTo("Renamed");

    Wire reader = tool(LtiSteps.LINE_ITEM_READ);
    assertThat(said(reader.get(path, LINE_ITEM_TYPE), 200, LINE_ITEM_TYPE)).isEqualTo(put);
    assertThat(said(reader.get(lineItems, LINE_ITEMS_TYPE), 200, LINE_ITEMS_TYPE)).hasSize(2);
    HttpResponse<String> page = reader.get(lineItems + "?limit=1", LINE_ITEMS_TYPE);
    assertThat(said(page, 200, LINE_ITEMS_TYPE)).hasSize(1);
    assertThat(page.headers().firstValue("Link").orElse("")).endsWith(">; rel=\"next\"");
    assertThat(tool.delete(path).statusCode()).isEqualTo(204);
    assertThat(reader.get(path, LINE_ITEM_TYPE).statusCode()).isEqualTo(404);
  }

  @Test
  @Order(4)
  void other_media_types_are_refused() throws Exception {
    Wire tool = tool(LtiSteps.LINE_ITEM + " " + LtiSteps.SCORE);
    String body = LINE_ITEM.formatted("Third", "3");
    for (String type : List.of("text/plain", LINE_ITEMS_TYPE, LtiSteps.SCORE_TYPE)) {
      assertThat(tool.send("POST", lineItems, type, LINE_ITEM_TYPE, body).statusCode())
          .as("POST of %s", type)
          .isEqualTo(415);
      assertThat(tool.send("PUT", lineItem, type, LINE_ITEM_TYPE, body).statusCode())
          .as("PUT of %s", type)
          .isEqualTo(415);
    }
    assertThat(tool.send("POST", lineItem + "/scores", LINE_ITEM_TYPE, "*/*", body).statusCode())
        .isEqualTo(415);
    assertThat(tool.send("POST", lineItems, LINE_ITEM_TYPE, "text/csv", body).statusCode())
        .isEqualTo(406);
    assertThat(tool.get(lineItems, LINE_ITEM_TYPE).statusCode()).isEqualTo(406);
    assertThat(tool.get(lineItem, LINE_ITEMS_TYPE).statusCode()).isEqualTo(406);
    assertThat(tool(LtiSteps.RESULTS).get(lineItem + "/results", MEMBERS_TYPE).statusCode())
        .isEqualTo(406);
    assertThat(tool(LtiSteps.MEMBERS).get(memberships, RESULTS_TYPE).statusCode()).isEqualTo(406);
    assertThat(said(tool.get(lineItems, LINE_ITEMS_TYPE), 200, LINE_ITEMS_TYPE))
        .as("nothing was made")
        .hasSize(1);
  }

  @Test
  @Order(5)
  void members_are_told_scored_and_read_back_in_the_standard_s_media_types() throws Exception {
    JsonNode roster =
        said(tool(LtiSteps.MEMBERS).get(memberships, MEMBERS_TYPE), 200, MEMBERS_TYPE);
    assertThat(roster.path("id").asText()).isEqualTo(VELLUM.address() + memberships);
    String user =
        StreamSupport.stream(roster.path("members").spliterator(), false)
            .filter(each -> each.path("lis_person_sourcedid").asText().equals("learner-samuel"))
            .map(each -> each.path("user_id").asText())
            .findFirst()
            .orElseThrow();

    Wire scorer = tool(LtiSteps.SCORE);
    String time = Instant.now().toString();
    String scores = lineItem + "/scores";
    String score = LtiSteps.score(user, time, 9, 10);
    assertThat(scorer.send("POST", scores, LtiSteps.SCORE_TYPE, "*/*", score).statusCode())
        .isEqualTo(204);
    HttpResponse<String> stale =
        scorer.send(
            "POST", scores, LtiSteps.SCORE_TYPE, Wire.JSON, LtiSteps.score(user, time, 8, 10));
    assertThat(said(stale, 409, "application/problem+json").path("title").asText())
        .isEqualTo("Stale score");
    JsonNode results =
        said(tool(LtiSteps.RESULTS).get(lineItem + "/results", RESULTS_TYPE), 200, RESULTS_TYPE);
    assertThat(results).hasSize(1);
    assertThat(results.path(0).path("userId").asText()).isEqualTo(user);
    assertThat(results.path(0).path("resultScore").asInt()).isEqualTo(9);
  }

  /** What can be asked, and the scopes that are enough for it (AGS 2.0, section 3; NRPS, 2.2). */
  private record Operation(String method, String path, String type, Set<String> scopes) {
    HttpResponse<String> by(Wire tool) throws Exception {
      return switch (method) {
        case "GET" -> tool.get(path, type);
        case "DELETE" -> tool.delete(path);
        default -> tool.send(method, path, type, "*/*", LINE_ITEM.formatted("Wrong", "4"));
      };
    }
  }

  @Test
  @Order(6)
  void no_operation_is_open_to_another_scope_than_its_own() throws Exception {
    Set<String> writes = Set.of(LtiSteps.LINE_ITEM);
    Set<String> reads = Set.of(LtiSteps.LINE_ITEM, LtiSteps.LINE_ITEM_READ);
    List<Operation> operations =
        List.of(
            new Operation("GET", lineItems, LINE_ITEMS_TYPE, reads),
            new Operation("GET", lineItem, LINE_ITEM_TYPE, reads),
            new Operation("POST", lineItems, LINE_ITEM_TYPE, writes),
            new Operation("PUT", lineItem, LINE_ITEM_TYPE, writes),
            new Operation("DELETE", lineItem, LINE_ITEM_TYPE, writes),
            new Operation(
                "POST", lineItem + "/scores", LtiSteps.SCORE_TYPE, Set.of(LtiSteps.SCORE)),
            new Operation("GET", lineItem + "/results", RESULTS_TYPE, Set.of(LtiSteps.RESULTS)),
            new Operation("GET", memberships, MEMBERS_TYPE, Set.of(LtiSteps.MEMBERS)));
    JsonNode before = lineItems();
    for (String scope : SCOPES) {
      Wire tool = tool(scope);
      for (Operation operation : operations) {
        if (operation.scopes().contains(scope)) {
          continue;
        }
        HttpResponse<String> answer = operation.by(tool);
        assertThat(answer.statusCode())
            .as("%s with %s: %s", operation, scope, answer.body())
            .isEqualTo(403);
      }
    }
    assertThat(lineItems()).as("nothing was changed").isEqualTo(before);
  }

  private JsonNode lineItems() throws Exception {
    return said(
        tool(LtiSteps.LINE_ITEM_READ).get(lineItems, LINE_ITEMS_TYPE), 200, LINE_ITEMS_TYPE);
  }
}
