package org.vellum.platform.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.vellum.platform.fetch.WebClient;

/**
 * A server on this machine that publishes a key set. Its client believes that the server is on the
 * public Internet: that its connections lead here is the allowance that only tests make.
 */
public final class PublishedKeys implements AutoCloseable {
  public static final URI ADDRESS = URI.create("https://tool.example/keys");

  /** How often it was asked. */
  public final AtomicInteger asked = new AtomicInteger();

  volatile int status = 200;
  volatile String body = "";
  private final HttpServer server;

  public PublishedKeys() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/keys",
        exchange -> {
          asked.incrementAndGet();
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  /** Publishes the public halves of these keys and of no others. */
  public void publish(JWK... keys) {
    body = new JWKSet(List.of(keys)).toPublicJWKSet().toString();
  }

  public WebClient client() {
    return new WebClient(
        host -> List.of(InetAddress.getByName("93.184.215.14")),
        address -> true,
        (address, host, timeout) ->
            new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
