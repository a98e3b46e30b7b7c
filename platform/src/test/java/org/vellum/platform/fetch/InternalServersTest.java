package org.vellum.platform.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalServersTest {
  private final CompletableFuture<String> request = new CompletableFuture<>();
  private ServerSocket server = unbound();

  private static ServerSocket unbound() {
    try {
      return new ServerSocket();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void a_server_in_the_own_network() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(() -> {
          try (Socket connection = server.accept()) {
            byte[] head = new byte[4_000];
            int read = connection.getInputStream().read(head);
            request.complete(new String(head, 0, read, UTF_8));
            connection
                .getOutputStream()
                .write(
                    "HTTP/1.1 201 Created\r\nLink: <http://a/>; rel=\"next\"\r\nContent-Length: 2\r\n\r\n{}"
                        .getBytes(UTF_8));
          } catch (IOException e) {
            request.completeExceptionally(e);
          }
        });
  }

  @AfterEach
  void closed() throws IOException {
    server.close();
  }

  private String origin() {
    return "http://localhost:" + server.getLocalPort();
  }

  private WebClient.Answer send(String internal) {
    return WebClient.ofTheInternetAnd(new FetchConfiguration(internal).origins())
        .send(
            new WebRequest(
                URI.create(origin() + "/token?x=1"),
                Map.of(),
                Optional.of("{\"a\":1}"),
                "application/json",
                type -> true,
                1_000,
                Duration.ofSeconds(5)));
  }

  @Test
  void a_server_that_the_operator_named_is_spoken_to_as_its_origin_says() throws Exception {
    assertThat(send("https://lms.example, " + origin()))
        .isInstanceOfSatisfying(
            WebClient.Answer.Answered.class,
            answer -> {
              assertThat(answer.status()).isEqualTo(201);
              assertThat(answer.headers()).containsEntry("link", "<http://a/>; rel=\"next\"");
            });
    assertThat(request.get())
        .startsWith("POST /token?x=1 HTTP/1.1")
        .contains("Content-Type: application/json\r\n");
  }

  @Test
  void any_other_server_of_the_own_network_stays_out_of_reach() {
    assertThat(send("")).isEqualTo(new WebClient.Answer.Failed("only https addresses are fetched"));
    assertThat(send("http://localhost:1")).isInstanceOf(WebClient.Answer.Failed.class);
    assertThat(send("https://localhost:" + server.getLocalPort()))
        .isInstanceOf(WebClient.Answer.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lms.example", "https://lms.example/path", "ftp://a", "https://u@a"})
  void what_is_no_origin_stops_the_start(String wrong) {
    assertThatThrownBy(() -> new FetchConfiguration(wrong))
        .hasMessageContaining("vellum.platform.internal-servers");
  }
}
