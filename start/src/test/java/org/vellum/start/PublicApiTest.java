package org.vellum.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicApiTest {

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer http = newServer();
  private PublicApi api = new PublicApi(URI.create("http://localhost"));

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    http.start();
    api = new PublicApi(URI.create("http://localhost:" + http.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  @Test
  void signing_in_sends_the_token_of_the_form_and_keeps_the_session() throws Exception {
    http.createContext(
        "/sign-in",
        exchange -> {
          see(exchange);
          boolean form = exchange.getRequestMethod().equals("GET");
          exchange
              .getResponseHeaders()
              .add("Set-Cookie", form ? "vellum-csrf=abc;Version=1;Path=/" : "vellum=me;Path=/");
          answer(exchange, 200, "");
        });
    http.createContext(
        "/records",
        exchange -> {
          see(exchange);
          answer(exchange, 200, "[]");
        });

    api.signIn("amara", "a b");
    api.get("/records", "application/json");

    assertThat(seen.get(1))
        .startsWith("POST")
        .contains("csrf=abc", "password=a+b", "vellum-csrf=abc");
    assertThat(seen.get(2)).contains("vellum=me").doesNotContain("$Version");
  }

  @Test
  void a_refusal_tells_request_status_and_detail() {
    http.createContext(
        "/oops",
        exchange -> answer(exchange, 422, "{\"title\":\"Bad\",\"detail\":\"No learner.\"}"));
    assertThatThrownBy(() -> api.post("/oops", "text/csv", new byte[0]))
        .isInstanceOfSatisfying(ApiRefused.class, e -> assertThat(e.status()).isEqualTo(422))
        .hasMessage("POST /oops was answered with 422: No learner.");
  }

  @Test
  void what_is_safe_to_repeat_is_repeated_when_the_server_asks_to_wait() throws Exception {
    http.createContext(
        "/busy",
        exchange -> {
          see(exchange);
          answer(exchange, seen.size() < 3 ? 503 : 200, "done");
        });
    assertThat(api.put("/busy", "application/json", "{}").body()).isEqualTo("done");
    assertThat(seen).hasSize(3);
  }

  @Test
  void what_is_not_safe_to_repeat_is_sent_once() {
    http.createContext(
        "/busy",
        exchange -> {
          see(exchange);
          answer(exchange, 503, "");
        });
    assertThatThrownBy(() -> api.post("/busy", "application/json", new byte[0]))
        .isInstanceOf(ApiRefused.class);
    assertThat(seen).hasSize(1);
  }

  @Test
  void a_machine_authorizes_by_its_secret_and_then_by_its_token() throws Exception {
    http.createContext(
        "/oauth/token",
        exchange -> {
          see(exchange);
          answer(exchange, 200, "{\"access_token\":\"t0k\"}");
        });
    http.createContext(
        "/results",
        exchange -> {
          see(exchange);
          answer(exchange, 201, "");
        });

    api.authorize("lms", "secret", "results.write");
    api.put("/results", "application/json", "{}");

    assertThat(seen.get(0)).contains("Basic bG1zOnNlY3JldA==", "grant_type=client_credentials");
    assertThat(seen.get(1)).contains("Bearer t0k");
  }

  private void see(HttpExchange exchange) throws IOException {
    seen.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestHeaders().getOrDefault("Cookie", List.of())
            + exchange.getRequestHeaders().getOrDefault("Authorization", List.of())
            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
