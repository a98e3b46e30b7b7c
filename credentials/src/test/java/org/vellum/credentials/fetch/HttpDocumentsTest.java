package org.vellum.credentials.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.verification.Fetched;

@Timeout(30)
class HttpDocumentsTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final String GOOD =
      """
      HTTP/1.1 200 OK
      Content-Type: application/json; charset=utf-8
      Content-Length: 2

      {}\
      """;

  /** The names that the tests know; figures stand for themselves. */
  private static List<InetAddress> addresses(String host) throws java.net.UnknownHostException {
    Map<String, List<String>> names =
        Map.of(
            "issuer.example", List.of("93.184.215.14"),
            "inside.example", List.of("10.0.0.7"),
            "mixed.example", List.of("93.184.215.14", "127.0.0.1"),
            "mapped.example", List.of("::ffff:127.0.0.1"),
            "metadata.example", List.of("169.254.169.254"));
    if (!names.containsKey(host) && host.matches(".*[g-z].*")) {
      throw new java.net.UnknownHostException(host);
    }
    List<InetAddress> found = new ArrayList<>();
    for (String address : names.getOrDefault(host, List.of(host))) {
      found.add(InetAddress.getByName(address));
    }
    return found;
  }

  private static Fetched fetch(AnswersServer server, String uri, Duration time) {
    return new HttpDocuments(
            HttpDocumentsTest::addresses, PublicAddresses::includes, server.transport())
        .fetch(URI.create(uri), time);
  }

  private static Fetched fetched(AnswersServer.Answer answer) throws Exception {
    try (AnswersServer server = new AnswersServer(answer)) {
      return fetch(server, "https://issuer.example/did.json", LONG);
    }
  }

  private static String text(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Found.class);
    return new String(((Fetched.Found) fetched).body(), UTF_8);
  }

  @Test
  void a_document_of_a_public_server_is_fetched() throws Exception {
    try (AnswersServer server = new AnswersServer(AnswersServer.text(GOOD))) {
      Fetched fetched = fetch(server, "https://issuer.example:8443/a%20b?c=d#e", LONG);
      assertThat(text(fetched)).isEqualTo("{}");
      assertThat(server.requests)
          .singleElement()
          .asString()
          .startsWith("GET /a%20b?c=d HTTP/1.1\nHost: issuer.example:8443\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://inside.example/",
        "https://mixed.example/",
        "https://mapped.example/",
        "https://metadata.example/latest/meta-data",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:7f00:1]/",
        "https://[fd00::1]/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://127.1/",
        "https://user@issuer.example/",
        "https://issuer.example:22/",
        "http://issuer.example/",
        "file:///etc/passwd",
        "ftp://issuer.example/"
      })
  void nothing_but_the_public_internet_is_reached(String uri) throws Exception {
    try (AnswersServer server = new AnswersServer(AnswersServer.text(GOOD))) {
      assertThat(fetch(server, uri, LONG)).isInstanceOf(Fetched.Unreachable.class);
      assertThat(server.requests).isEmpty();
    }
  }

  @Test
  void a_redirection_leads_only_to_where_one_may_go_directly() throws Exception {
    for (String to : List.of("https://inside.example/", "http://issuer.example/", "file:///x")) {
      try (AnswersServer server =
          new AnswersServer(AnswersServer.text("HTTP/1.1 302 Found\nLocation: " + to + "\n\n"))) {
        assertThat(fetch(server, "https://issuer.example/", LONG))
            .isInstanceOf(Fetched.Unreachable.class);
        assertThat(server.requests).hasSize(1);
      }
    }
  }

  @Test
  void three_redirections_are_followed_and_not_four() throws Exception {
    AnswersServer.Answer stairs =
        (path, out) -> {
          int step = Integer.parseInt(path.substring(1));
          String answer =
              step == 0
                  ? GOOD
                  : "HTTP/1.1 301 Moved\nLocation: /" + (step - 1) + "\nContent-Length: 0\n\n";
          AnswersServer.text(answer).write(path, out);
        };
    try (AnswersServer server = new AnswersServer(stairs)) {
      assertThat(text(fetch(server, "https://issuer.example/3", LONG))).isEqualTo("{}");
      assertThat(fetch(server, "https://issuer.example/4", LONG))
          .isInstanceOf(Fetched.Unreachable.class);
    }
  }

  @Test
  void a_name_is_looked_up_once_so_that_it_cannot_change_between_check_and_use() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    List<InetAddress> reached = new ArrayList<>();
    try (AnswersServer server = new AnswersServer(AnswersServer.text(GOOD))) {
      Resolver rebinding =
          host ->
              List.of(
                  InetAddress.getByName(
                      lookups.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1"));
      Transport recording =
          (address, host, timeout) -> {
            reached.add(address.getAddress());
            return server.transport().connect(address, host, timeout);
          };
      new HttpDocuments(rebinding, PublicAddresses::includes, recording)
          .fetch(URI.create("https://issuer.example/"), LONG);
    }
    assertThat(lookups).hasValue(1);
    assertThat(reached).containsExactly(InetAddress.getByName("93.184.215.14"));
  }

  @Test
  void an_endless_body_is_cut_off() throws Exception {
    AnswersServer.Answer endless =
        (path, out) -> {
          AnswersServer.text("HTTP/1.1 200 OK\nContent-Type: application/json\n\n")
              .write(path, out);
          byte[] block = new byte[65_536];
          while (true) {
            out.write(block);
          }
        };
    assertThat(fetched(endless)).isEqualTo(new Fetched.Unreachable("it is larger than 10 MB"));
  }

  @Test
  void an_endless_chunked_body_is_cut_off() throws Exception {
    AnswersServer.Answer endless =
        (path, out) -> {
          AnswersServer.text(
                  "HTTP/1.1 200 OK\nContent-Type: application/json\nTransfer-Encoding: chunked\n\n")
              .write(path, out);
          while (true) {
            AnswersServer.text("10000\n" + " ".repeat(65_536) + "\n").write(path, out);
          }
        };
    assertThat(fetched(endless)).isEqualTo(new Fetched.Unreachable("it is larger than 10 MB"));
  }

  @Test
  void a_server_that_drips_is_left_when_the_time_is_over() throws Exception {
    AnswersServer.Answer dripping =
        (path, out) -> {
          while (true) {
            out.write('H');
            out.flush();
            Thread.sleep(50);
          }
        };
    try (AnswersServer server = new AnswersServer(dripping)) {
      assertThat(fetch(server, "https://issuer.example/", Duration.ofMillis(500)))
          .isEqualTo(new Fetched.Unreachable("its server did not answer in time"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, application/json, Missing",
    "410, application/json, Gone",
    "500, application/json, Unreachable",
    "200, text/html, Unreachable",
    "200, application/did+ld+json, Found",
    "200, application/vc, Found",
    "200, application/vc+ld+json, Found"
  })
  void an_answer_is_taken_for_what_it_is(int status, String type, String outcome) throws Exception {
    String answer =
        "HTTP/1.1 " + status + " x\nContent-Type: " + type + "\nContent-Length: 2\n\n{}";
    assertThat(fetched(AnswersServer.text(answer)).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void chunks_are_put_together() throws Exception {
    String answer =
        """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Transfer-Encoding: chunked

        3;x=y
        {"a
        4
        ":1}
        0

        """;
    assertThat(text(fetched(AnswersServer.text(answer)))).isEqualTo("{\"a\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH\n\n",
        "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 9\n\n{}",
        "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: -1\n\n{}",
        "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Encoding: gzip\n\n{}",
        "HTTP/1.1 200 OK\nContent-Type: application/json\nTransfer-Encoding: chunked\n\nzz\n",
        "HTTP/1.1 200 OK\nno colon\n\n",
        ""
      })
  void an_answer_that_is_broken_is_no_document(String answer) throws Exception {
    assertThat(fetched(AnswersServer.text(answer))).isInstanceOf(Fetched.Unreachable.class);
  }

  @Test
  void why_it_failed_tells_nothing_of_the_network_behind() throws Exception {
    try (AnswersServer server = new AnswersServer(AnswersServer.text(GOOD))) {
      assertThat(fetch(server, "https://inside.example/", LONG))
          .isEqualTo(new Fetched.Unreachable("its server is not on the public Internet"));
      assertThat(fetch(server, "https://nowhere.invalid/", LONG))
          .isEqualTo(new Fetched.Unreachable("its server has no address"));
    }
  }
}
