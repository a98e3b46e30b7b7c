package org.vellum.platform.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vellum.platform.fetch.WebClient;
import org.vellum.platform.time.MovingClock;

/** Key sets at an address, and their change while tokens go on coming. */
class RemoteKeysTest {
  private static final URI ADDRESS = URI.create("https://tool.example/keys");

  private final MovingClock clock = new MovingClock("2026-03-01T10:00:00Z");
  private final AtomicInteger asked = new AtomicInteger();
  private final ECKey first = key("first");
  private final ECKey second = key("second");
  private final HttpServer server = bound();
  private final RemoteKeys remote = new RemoteKeys(client(), clock);
  private volatile String published = "";
  private volatile int status = 200;

  private static ECKey key(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpServer bound() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private WebClient client() {
    return new WebClient(
        host -> List.of(InetAddress.getByName("93.184.215.14")),
        address -> true,
        (address, host, timeout) -> new Socket(InetAddress.getLoopbackAddress(), port()));
  }

  private int port() {
    return server.getAddress().getPort();
  }

  @BeforeEach
  void the_first_key_is_published() {
    server.createContext(
        "/keys",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = published.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    publish(first);
  }

  @AfterEach
  void stopped() {
    server.stop(0);
  }

  private void publish(ECKey... keys) {
    published = new JWKSet(List.of(keys)).toPublicJWKSet().toString();
  }

  private boolean signed(ECKey key) throws JOSEException {
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
            new Payload("{\"iss\":\"tool\"}"));
    token.sign(new ECDSASigner(key));
    return remote.signed(SignedToken.parse(token.serialize()).orElseThrow(), ADDRESS);
  }

  @Test
  void a_key_set_is_kept_for_an_hour() throws Exception {
    assertThat(signed(first)).isTrue();
    clock.advance(Duration.ofMinutes(59));
    assertThat(signed(first)).isTrue();
    assertThat(asked).hasValue(1);
    clock.advance(Duration.ofMinutes(2));
    assertThat(signed(first)).isTrue();
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_new_key_is_found_as_soon_as_a_token_names_it_and_an_old_one_is_gone_with_the_set()
      throws Exception {
    assertThat(signed(first)).isTrue();
    publish(second);
    clock.advance(Duration.ofMinutes(2));
    assertThat(signed(second)).isTrue();
    assertThat(signed(first)).isFalse();
  }

  @Test
  void unknown_keys_make_us_ask_once_a_minute_and_no_more() throws Exception {
    assertThat(signed(first)).isTrue();
    for (int i = 0; i < 20; i++) {
      assertThat(signed(second)).isFalse();
    }
    assertThat(asked).hasValue(1);
    clock.advance(Duration.ofSeconds(61));
    assertThat(signed(second)).isFalse();
    assertThat(signed(second)).isFalse();
    assertThat(asked).hasValue(2);
  }

  @Test
  void a_server_that_is_away_takes_nothing_from_what_it_said_before_for_a_day() throws Exception {
    assertThat(signed(first)).isTrue();
    status = 503;
    clock.advance(Duration.ofHours(2));
    assertThat(signed(first)).isTrue();
    published = "no keys";
    status = 200;
    clock.advance(Duration.ofHours(2));
    assertThat(signed(first)).isTrue();
    clock.advance(Duration.ofHours(21));
    assertThat(signed(first)).isFalse();
  }

  @Test
  void a_server_that_never_said_anything_proves_nothing() throws Exception {
    status = 404;
    assertThat(signed(first)).isFalse();
  }
}
