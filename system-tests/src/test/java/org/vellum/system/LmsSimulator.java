package org.vellum.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The other side of LTI 1.3 on the loopback address, written from the standards with the JDK alone:
 * it signs and verifies RS256 with keys of its own and answers what a test laid out.
 */
final class LmsSimulator {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final LmsSimulator RUNNING = new LmsSimulator();

  /** The requests as they came: method, target and body. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final Map<String, String> next = new ConcurrentHashMap<>();
  private final KeyPair keys;
  private final HttpServer server;

  private LmsSimulator() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
      says("/keys", keySet());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of this run. */
  static LmsSimulator running() {
    return RUNNING;
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Lays out what is answered to a GET or POST of this path and query. */
  LmsSimulator says(String target, String body) {
    pages.put(target, body);
    return this;
  }

  /** The same, with a page that comes after it. */
  LmsSimulator says(String target, String body, String nextTarget) {
    next.put(target, nextTarget);
    return says(target, body);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestURI().toString();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      requests.add(exchange.getRequestMethod() + " " + target + " " + body);
      String said = pages.get(target);
      if (next.containsKey(target)) {
        exchange
            .getResponseHeaders()
            .add("Link", "<" + origin() + next.get(target) + ">; rel=\"next\"");
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      byte[] bytes = (said == null ? "{}" : said).getBytes(UTF_8);
      exchange.sendResponseHeaders(said == null ? 404 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** JWK Set (RFC 7517, section 5; RFC 7518, section 6.3.1). */
  String keySet() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"lms\",\"n\":\""
        + number(key.getModulus())
        + "\",\"e\":\""
        + number(key.getPublicExponent())
        + "\"}]}";
  }

  /** A token in compact form (RFC 7515, section 7.1). */
  String sign(ObjectNode claims) throws GeneralSecurityException {
    String input = part("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"lms\"}") + "." + part(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(input.getBytes(US_ASCII));
    return input + "." + URL.encodeToString(signature.sign());
  }

  /** What no server may believe: a token that says itself that nobody signed it. */
  static String unsigned(ObjectNode claims) {
    return part("{\"alg\":\"none\"}") + "." + part(claims) + ".";
  }

  /** The claims of a token that a key of this set signed. */
  static ObjectNode verified(String token, JsonNode keySet) throws Exception {
    String[] parts = token.split("\\.", -1);
    JsonNode header = Wire.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
    for (JsonNode key : keySet.get("keys")) {
      if (key.get("kid").equals(header.get("kid"))) {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey(key));
        signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
        if (signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
          return (ObjectNode) Wire.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
        }
      }
    }
    throw new AssertionError("no key of the set signed it");
  }

  private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(key.get("n")), number(key.get("e"))));
  }

  private static BigInteger number(JsonNode base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64.textValue()));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String part(Object json) {
    return URL.encodeToString(json.toString().getBytes(UTF_8));
  }
}
