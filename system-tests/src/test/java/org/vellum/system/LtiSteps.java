package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What browsers and tools do in LTI, step by step. */
final class LtiSteps {
  static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
  static final String TOOL_CONFIGURATION = "https://purl.imsglobal.org/spec/lti-tool-configuration";
  static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
  static final String LINE_ITEM_READ = LINE_ITEM + ".readonly";
  static final String MEMBERS =
      "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
  static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";
  static final String ENDPOINT = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
  static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
  static final String RESULTS = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
  private static final Pattern FIELD = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");

  private LtiSteps() {}

  /** A framework of one competency, which nothing else evidences. */
  static String competency(Wire registrar, String name) throws Exception {
    String item = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    String framework =
        """
        {"CFDocument": {"identifier": "%s", "creator": "Tester", "title": "%3$s",
           "lastChangeDateTime": "2026-05-01T12:00:00Z"},
         "CFItems": [{"identifier": "%2$s", "fullStatement": "%3$s",
           "lastChangeDateTime": "2026-05-01T12:00:00Z"}]}
        """
            .formatted(UUID.nameUUIDFromBytes((name + " framework").getBytes(UTF_8)), item, name);
    HttpResponse<String> answer =
        registrar.post("/competency/frameworks", Wire.JSON, BodyPublishers.ofString(framework));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return item;
  }

  static Map<String, String> query(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(303);
    return query(URI.create(redirect.headers().firstValue("Location").orElseThrow()));
  }

  static Map<String, String> query(URI address) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }

  static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  /** The browser's way from the beginning of a launch to the message that the tool gets. */
  static ObjectNode launched(Wire person, String begin, String redirectUri) throws Exception {
    Map<String, String> login = query(person.get(begin, Wire.HTML));
    Map<String, String> asked = new HashMap<>();
    asked.put("scope", "openid");
    asked.put("response_type", "id_token");
    asked.put("response_mode", "form_post");
    asked.put("prompt", "none");
    asked.put("client_id", login.getOrDefault("client_id", ""));
    asked.put("redirect_uri", redirectUri);
    asked.put("login_hint", login.getOrDefault("login_hint", ""));
    asked.put("nonce", "nonce-1");
    asked.put("state", "state-1");
    HttpResponse<String> page =
        person.get("/competency/lti/authorization" + query(asked), Wire.HTML);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("form-action 'self' https: " + LmsSimulator.running().origin());
    Map<String, String> fields = new HashMap<>();
    Matcher found = FIELD.matcher(page.body());
    while (found.find()) {
      fields.put(found.group(1), found.group(2));
    }
    assertThat(fields).containsEntry("state", "state-1").containsKey("id_token");
    JsonNode keys = Wire.MAPPER.readTree(person.get("/oauth/keys", Wire.JSON).body());
    ObjectNode claims = LmsSimulator.verified(fields.getOrDefault("id_token", ""), keys);
    assertThat(claims.path("nonce").asText()).isEqualTo("nonce-1");
    return claims;
  }

  /** What proves a client at a token endpoint (RFC 7523, section 3). */
  static ObjectNode assertion(String client, String audience) {
    long now = Instant.now().getEpochSecond();
    return Wire.MAPPER
        .createObjectNode()
        .put("iss", client)
        .put("sub", client)
        .put("aud", audience)
        .put("iat", now)
        .put("exp", now + 300)
        .put("jti", UUID.randomUUID().toString());
  }

  static HttpResponse<String> token(Wire tool, String assertion, String scope) throws Exception {
    return tool.form(
        "/oauth/token",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            assertion,
            "scope",
            scope));
  }

  /** A tool with a token for one scope, which the keys of the simulator got it. */
  static Wire tool(URI server, String client, String scope) throws Exception {
    Wire tool = Wire.to(server);
    ObjectNode assertion = assertion(client, server + "/oauth/token");
    HttpResponse<String> answer = token(tool, LmsSimulator.running().sign(assertion), scope);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return tool.bearing(Wire.MAPPER.readTree(answer.body()).path("access_token").asText());
  }

  /** A score (AGS 2.0, section 3.4.4) that is final. */
  static String score(String user, String time, int given, int maximum) {
    return """
    {"userId": "%s", "scoreGiven": %d, "scoreMaximum": %d, "timestamp": "%s",
     "activityProgress": "Completed", "gradingProgress": "FullyGraded"}
    """
        .formatted(user, given, maximum, time);
  }

  /** The path of an address on the server. */
  static String path(JsonNode address, URI server) {
    assertThat(address.asText()).startsWith(server.toString());
    return address.asText().substring(server.toString().length());
  }
}
