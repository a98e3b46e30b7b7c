package org.vellum.competency.lti.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vellum.competency.evaluation.EvaluationFixture;
import org.vellum.competency.lti.Lti;
import org.vellum.competency.lti.LtiFixture;
import org.vellum.competency.lti.TestKey;
import org.vellum.platform.fetch.WebClient;

/**
 * A learning management system at {@code https://lms.example}, which in truth answers on the
 * loopback address without TLS. It says what a test told it to say.
 */
final class SimulatedPlatform implements AutoCloseable {
  static final String ADDRESS = "https://lms.example";
  static final TestKey KEY = new TestKey("lms-key");

  /** The requests as they came: method, target, and body. */
  final List<String> requests = new ArrayList<>();

  final Map<String, String> tokens = new HashMap<>();
  private final Map<String, Said> pages = new HashMap<>();
  private final HttpServer server;

  private record Said(int status, String body, String link) {}

  SimulatedPlatform() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    says("/keys", KEY.keySet());
    says("/token", "{\"access_token\": \"token-1\", \"token_type\": \"Bearer\"}");
  }

  SimulatedPlatform says(String target, String body) {
    return says(target, 200, body, "");
  }

  SimulatedPlatform says(String target, int status, String body, String link) {
    pages.put(target, new Said(status, body, link));
    return this;
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestURI().toString();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      requests.add(exchange.getRequestMethod() + " " + target + " " + body);
      tokens.put(
          target,
          String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
              + " "
              + exchange.getRequestHeaders().getFirst("Accept"));
      Said said = pages.getOrDefault(target, new Said(404, "{}", ""));
      if (!said.link().isEmpty()) {
        exchange.getResponseHeaders().add("Link", "<" + ADDRESS + "/other>; rel=\"first\"");
        exchange
            .getResponseHeaders()
            .add("Link", "<" + ADDRESS + said.link() + ">; rel=\"next\"; title=\"a, b\"");
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      byte[] bytes = said.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(said.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  WebClient client() {
    int port = server.getAddress().getPort();
    return new WebClient(
        host -> List.of(InetAddress.getByName("93.184.215.14")),
        address -> true,
        (address, host, timeout) -> {
          Socket here = new Socket();
          here.setSoTimeout(timeout);
          here.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
          return here;
        });
  }

  /** The claims of a launch of a link by somebody who teaches. */
  static ObjectNode launch(String nonce) {
    long now = EvaluationFixture.NOW.getEpochSecond();
    ObjectNode claims =
        LtiFixture.object(
            """
            {"iss": "%1$s", "aud": ["vellum-1"], "nonce": "%2$s", "iat": %3$d, "exp": %4$d,
             "sub": "user-cleo", "%5$sversion": "1.3.0", "%5$sdeployment_id": "deployment-1",
             "%5$smessage_type": "LtiResourceLinkRequest",
             "%5$starget_link_uri": "http://localhost:9080/competency/lti/tool/launch",
             "%5$sresource_link": {"id": "link-1"},
             "%5$sroles": ["http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"],
             "%5$scontext": {"id": "course-9", "title": "Data course"}}
            """
                .formatted(ADDRESS, nonce, now, now + 3600, Lti.CLAIM));
    ObjectNode endpoint = claims.putObject(Lti.ENDPOINT);
    endpoint.putArray("scope").add(Lti.LINE_ITEM_READ).add(Lti.RESULT_READ);
    endpoint.put("lineitems", ADDRESS + "/lineitems?course=9");
    claims
        .putObject(Lti.NAMES_AND_ROLES)
        .put("context_memberships_url", ADDRESS + "/members?course=9");
    return claims;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
