package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vellum.start.ApiRefused;
import org.vellum.start.PublicApi;

/** Sends what it is told to and hands back every answer as it came, a refusal like any other. */
final class Wire {
  static final String JSON = "application/json";
  static final String HTML = "text/html";
  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FORM = "application/x-www-form-urlencoded";

  private final URI server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client;
  private String authorization = "";

  private Wire(URI server, HttpClient.Builder client) {
    this.server = server;
    this.client = client.version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
  }

  static Wire to(URI server) {
    return new Wire(server, HttpClient.newBuilder());
  }

  /** From another address of this machine, such as 127.0.0.7, which the server counts apart. */
  static Wire from(String address, URI server) throws Exception {
    URI figures = URI.create("http://127.0.0.1:" + server.getPort());
    return new Wire(figures, HttpClient.newBuilder().localAddress(InetAddress.getByName(address)));
  }

  /** A person who signs in by the form. */
  static Wire signedIn(URI server, String name, String password) throws Exception {
    Wire wire = to(server);
    wire.get("/sign-in", HTML);
    HttpResponse<String> answer =
        wire.form("/sign-in", Map.of("name", name, "password", password, "next", "/"));
    assertThat(answer.statusCode()).as("signing in: " + answer.body()).isEqualTo(303);
    return wire;
  }

  /** What a connected system knows itself by. */
  record Credentials(String id, String secret) {
    static Credentials register(PublicApi registrar, String name, String... scopes)
        throws Exception {
      var registration = MAPPER.createObjectNode().put("name", name);
      for (String scope : scopes) {
        registration.withArray("scopes").add(scope);
      }
      JsonNode made = json(registrar, registration.toString());
      return new Credentials(made.get("client_id").asText(), made.get("client_secret").asText());
    }

    private static JsonNode json(PublicApi registrar, String registration) throws Exception {
      try {
        return MAPPER.readTree(
            registrar.post("/clients", JSON, registration.getBytes(UTF_8)).body());
      } catch (ApiRefused e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Gets a token for a scope; every later request carries it. */
  Wire authorized(Credentials credentials, String scope) throws Exception {
    Map<String, String> fields =
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            credentials.id(),
            "client_secret",
            credentials.secret(),
            "scope",
            scope);
    HttpResponse<String> answer = form("/oauth/token", fields);
    return bearing(MAPPER.readTree(answer.body()).path("access_token").asText());
  }

  /** The token that every request carries. */
  String token() {
    return authorization.substring("Bearer ".length());
  }

  Wire bearing(String token) {
    authorization = "Bearer " + token;
    return this;
  }

  HttpResponse<String> get(String path, String accepted) throws Exception {
    return send(request(path).header("Accept", accepted).GET());
  }

  HttpResponse<String> put(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", JSON)
            .header("Accept", JSON)
            .PUT(BodyPublishers.ofString(body)));
  }

  /** Replaces what is meant: the version with this entity tag (RFC 9110, 13.1.1). */
  HttpResponse<String> putIfMatch(String path, String tag, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", JSON)
            .header("Accept", JSON)
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> post(String path, String mediaType, BodyPublisher body) throws Exception {
    return send(request(path).header("Content-Type", mediaType).header("Accept", JSON).POST(body));
  }

  /** Sends JSON of a media type of its own and says which one it wants back. */
  HttpResponse<String> send(
      String method, String path, String mediaType, String accepted, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", mediaType)
            .header("Accept", accepted)
            .method(method, BodyPublishers.ofString(body)));
  }

  HttpResponse<String> delete(String path) throws Exception {
    return send(request(path).header("Accept", JSON).DELETE());
  }

  /** Sends a form as a browser does, with the token that its page carried. */
  HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
    Map<String, String> all = new TreeMap<>(fields);
    csrf().ifPresent(token -> all.put("csrf", token));
    String body =
        all.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", FORM)
            .header("Accept", "text/html, application/json;q=0.5")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    if (authorization.isEmpty()) {
      csrf().ifPresent(token -> request.header("X-CSRF-Token", token));
    } else {
      request.header("Authorization", authorization);
    }
    return request;
  }

  private Optional<String> csrf() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("vellum-csrf"))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    // The JDK would send back a cookie with a version in a form that nobody reads.
    cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
    return answer;
  }
}
