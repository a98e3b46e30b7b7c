package org.vellum.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vellum.start.ApiRefused;
import org.vellum.start.PublicApi;

/**
 * A tool that sends scores to the running application (AGS 2.0, section 3.4): registered, placed,
 * launched once to learn where to send them. Each sender sends for learners of its own, since a
 * tool keeps its scores in their order; they are many, lest each has a history as no learner has.
 */
final class LtiBenchmark {
  /** However many of a half or a quarter of these there are, each keeps to learners of its own. */
  static final int MOST_SENDERS = 16;

  private static final String REDIRECT = "https://tool.example/launch";
  private static final String ENDPOINT = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
  private static final String NAMES =
      "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI server;
  private final PublicApi registrar;
  private final KeyPair keys;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  LtiBenchmark(URI server, PublicApi registrar) throws GeneralSecurityException {
    this.server = server;
    this.registrar = registrar;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    this.keys = generator.generateKeyPair();
  }

  /** Where a tool sends scores, of whom, and with what. */
  record Tool(URI scores, List<String> users, String token) {}

  /** A score of one of the tool's learners, as a request to be answered with 204. */
  static byte[] score(Tool tool, int number) {
    int users = tool.users().size() / MOST_SENDERS * MOST_SENDERS;
    ObjectNode score = JSON.createObjectNode().put("userId", tool.users().get(number % users));
    score.put("scoreGiven", number % 10).put("scoreMaximum", 10);
    score.put("timestamp", Instant.now().toString());
    score.put("activityProgress", "Completed").put("gradingProgress", "FullyGraded");
    return KeptConnection.request(
        "POST",
        tool.scores(),
        List.of(
            "Authorization: Bearer " + tool.token(),
            "Content-Type: application/vnd.ims.lis.v1.score+json"),
        score.toString());
  }

  /** The tool, registered, placed and launched. */
  Tool tool() throws Exception {
    form(
        "/competency/lti/tools",
        Map.of(
            "name", "Benchmark tool",
            "login", "https://tool.example/login",
            "target", "https://tool.example/start",
            "redirects", REDIRECT,
            "keys", keySet()));
    String page = registrar.get("/competency/lti/tools", "text/html").body();
    String row = page.substring(page.indexOf("Benchmark tool"));
    String clientId = row.replaceAll("(?s).*?<code>([0-9a-f-]{36})</code>.*", "$1");
    String deployment =
        row.replaceAll("(?s).*?<code>[0-9a-f-]{36}</code>.*?<code>([0-9a-f-]{36})</code>.*", "$1");
    form(
        "/competency/lti/links",
        Map.of(
            "deployment", deployment,
            "class", "class-adp110-1",
            "title", "Benchmark activity",
            "maximum", "10"));
    JsonNode message = launched();
    String token = token(clientId);
    URI lineItem = URI.create(message.path(ENDPOINT).path("lineitem").asText());
    String members = message.path(NAMES).path("context_memberships_url").asText();
    return new Tool(URI.create(lineItem + "/scores"), learners(members, token), token);
  }

  private JsonNode launched() throws Exception {
    String page = registrar.get("/competency/lti/links", "text/html").body();
    String launch =
        page.replaceAll("(?s).*?(/competency/lti/launches/[0-9a-f-]+)\">Benchmark.*", "$1");
    String login =
        registrar.get(launch, "text/html").headers().firstValue("Location").orElseThrow();
    Map<String, String> asked = new TreeMap<>();
    for (String pair : URI.create(login).getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts[0].equals("client_id") || parts[0].equals("login_hint")) {
        asked.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
      }
    }
    asked.put("redirect_uri", REDIRECT);
    asked.put("scope", "openid");
    asked.put("response_type", "id_token");
    asked.put("response_mode", "form_post");
    asked.put("prompt", "none");
    asked.put("nonce", "n");
    String answer =
        registrar.get("/competency/lti/authorization?" + fields(asked), "text/html").body();
    String token = answer.replaceAll("(?s).*name=\"id_token\" value=\"([^\"]+)\".*", "$1");
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }

  private List<String> learners(String members, String token) throws Exception {
    List<String> learners = new ArrayList<>();
    String next = members + "?role=Learner&limit=1000";
    while (!next.isEmpty()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(next))
              .header("Authorization", "Bearer " + token)
              .build();
      HttpResponse<String> page = client.send(request, BodyHandlers.ofString());
      learners.addAll(JSON.readTree(page.body()).path("members").findValuesAsText("user_id"));
      next = page.headers().firstValue("Link").map(LtiBenchmark::address).orElse("");
    }
    return learners;
  }

  private static String address(String link) {
    return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
  }

  private String token(String clientId) throws Exception {
    long now = Instant.now().getEpochSecond();
    ObjectNode claims = JSON.createObjectNode().put("iss", clientId).put("sub", clientId);
    claims.put("aud", server.resolve("/oauth/token").toString());
    claims.put("iat", now).put("exp", now + 300).put("jti", "benchmark-" + System.nanoTime());
    Map<String, String> form = new TreeMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_assertion", signed(claims));
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/oauth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields(form)))
            .build();
    String answer = client.send(request, BodyHandlers.ofString()).body();
    return JSON.readTree(answer).path("access_token").asText();
  }

  private String signed(ObjectNode claims) throws GeneralSecurityException {
    String input = part("{\"alg\":\"RS256\",\"kid\":\"b\"}") + "." + part(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(input.getBytes(US_ASCII));
    return input + "." + URL.encodeToString(signature.sign());
  }

  private String keySet() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"b\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  /** RFC 7518, section 2: without the octet that only tells the sign. */
  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    byte[] octets = new byte[bytes.length - sign];
    System.arraycopy(bytes, sign, octets, 0, octets.length);
    return URL.encodeToString(octets);
  }

  private static String part(Object json) {
    return URL.encodeToString(json.toString().getBytes(UTF_8));
  }

  private void form(String path, Map<String, String> fields) throws ApiRefused {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("csrf", registrar.csrf().orElse(""));
    registrar.postForm(path, all);
  }

  private static String fields(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
