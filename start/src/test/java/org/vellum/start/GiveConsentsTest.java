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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GiveConsentsTest {
  private static final String ONE = "0c6f1f3a-1111-4111-8111-000000000001";
  private static final String OTHER = "0c6f1f3a-1111-4111-8111-000000000002";

  private static final String FOUND = "<h2 id=\"now\">You are found</h2>";

  private final List<String> posted = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer http = newServer();
  private String page = "";
  private boolean grants = true;

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    http.createContext("/", this::answer);
    http.start();
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      posted.add(
          exchange.getRequestURI()
              + " "
              + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      if (exchange.getRequestURI().getPath().equals("/search/my/profile") && grants) {
        page = FOUND;
      }
    }
    exchange.getResponseHeaders().add("Set-Cookie", "vellum-csrf=abc;Path=/");
    byte[] body = (page + " ").getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void give(Duration arrival) throws Exception {
    URI server = URI.create("http://localhost:" + http.getAddress().getPort());
    new GiveConsents(server, Map.of("amara", "secret"), arrival)
        .give("amara", "pseudonym", "Alder Ridge");
  }

  @Test
  void a_learner_agrees_to_be_found_by_all_that_the_page_offers() throws Exception {
    page =
        "You are found by these alone. <input name=\"achievement\" value=\"%s\"><input name=\"achievement\" value=\"%s\">"
                .formatted(ONE, OTHER)
            + "<input id=\"lastDay\" name=\"lastDay\" value=\"2027-05-28\">";
    give(Duration.ofSeconds(5));
    assertThat(posted)
        .last()
        .isEqualTo(
            "/search/my/profile csrf=abc&achievement=%s&achievement=%s&name=pseudonym"
                    .formatted(ONE, OTHER)
                + "&region=Alder+Ridge&availability=NOW&audience=everyone&lastDay=2027-05-28");
  }

  @Test
  void a_consent_that_does_not_come_about_is_told() {
    page = "<input name=\"achievement\" value=\"%s\">".formatted(ONE);
    grants = false;
    assertThatThrownBy(() -> give(Duration.ofSeconds(5)))
        .isInstanceOf(ApiRefused.class)
        .hasMessageContaining("nobody finds amara");
  }

  @Test
  void who_is_found_is_left_alone_and_a_record_that_does_not_arrive_is_told() throws Exception {
    page = FOUND + "<input name=\"achievement\" value=\"%s\">".formatted(ONE);
    give(Duration.ofSeconds(5));
    page = "There is nothing to be found by yet.";
    assertThatThrownBy(() -> give(Duration.ZERO))
        .isInstanceOf(ApiRefused.class)
        .hasMessageContaining("the record of amara did not arrive");
    assertThat(posted).allMatch(each -> each.startsWith("/sign-in"));
  }
}
