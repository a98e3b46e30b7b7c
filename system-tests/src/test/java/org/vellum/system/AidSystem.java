package org.vellum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import org.vellum.start.PublicApi;

/**
 * An aid system that asks for runs and fetches their packages, with nothing but HTTP and the JDK.
 */
final class AidSystem {
  static final String RUNS = "/financial-aid/api/runs";

  private static final Duration OVER = Duration.ofMinutes(3);
  private static final String EVERYTHING = "finaid.run finaid.read finaid.ack";

  private final URI server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token;

  private AidSystem(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  /** One that may do all but read social security numbers. */
  static AidSystem connected(URI server, PublicApi registrar, String name) throws Exception {
    return connected(server, registrar, name, EVERYTHING);
  }

  static AidSystem connected(URI server, PublicApi registrar, String name, String scope)
      throws Exception {
    Wire.Credentials credentials = Wire.Credentials.register(registrar, name, scope.split(" ", -1));
    return new AidSystem(server, Wire.to(server).authorized(credentials, scope).token());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(OVER)
            .header("Authorization", "Bearer " + token);
    return headers.length == 0 ? request : request.headers(headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return client.send(
        request(path, headers)
            .header("Content-Type", Wire.JSON)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<InputStream> file(String run, String name, String... headers) throws Exception {
    return client.send(
        request(RUNS + "/" + run + "/files/" + name, headers).GET().build(),
        BodyHandlers.ofInputStream());
  }

  /** Asks for a full run. */
  String asked() throws Exception {
    HttpResponse<String> answer = post(RUNS, "{\"kind\": \"FULL\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return Wire.MAPPER.readTree(answer.body()).path("id").asText();
  }

  JsonNode run(String id) throws Exception {
    return Wire.MAPPER.readTree(get(RUNS + "/" + id).body());
  }

  /** The run when it is published. */
  JsonNode published(String id) throws Exception {
    long deadline = System.nanoTime() + OVER.toNanos();
    JsonNode run = run(id);
    while (System.nanoTime() < deadline) {
      String state = run.path("state").asText();
      if (state.startsWith("COMPLETED")) {
        return run;
      }
      assertThat(state).as(run.toString()).isIn("REQUESTED", "RUNNING");
      Thread.sleep(200);
      run = run(id);
    }
    throw new AssertionError("it does not end: " + run);
  }

  /** Fetches every file of a run. */
  Path fetch(JsonNode run, Path folder) throws Exception {
    for (JsonNode file : run.path("files")) {
      String name = file.path("name").asText();
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      try (InputStream in = file(run.path("id").asText(), name).body()) {
        Files.copy(in, path);
      }
    }
    return folder;
  }

  /** Fetches a file in two pieces, the second only if it is still the same file. */
  void fetchInPieces(String run, String name, Path to, long first) throws Exception {
    HttpResponse<InputStream> one = file(run, name, "Range", "bytes=0-" + (first - 1));
    assertThat(one.statusCode()).isEqualTo(206);
    Files.write(to, one.body().readAllBytes());
    String tag = one.headers().firstValue("ETag").orElseThrow();
    HttpResponse<InputStream> two =
        file(run, name, "Range", "bytes=" + first + "-", "If-Range", tag);
    assertThat(two.statusCode()).isEqualTo(206);
    Files.write(to, two.body().readAllBytes(), StandardOpenOption.APPEND);
    HttpResponse<InputStream> known = file(run, name, "If-None-Match", tag);
    assertThat(known.statusCode()).isEqualTo(304);
    HttpResponse<InputStream> other =
        file(run, name, "Range", "bytes=" + first + "-", "If-Range", "\"another\"");
    assertThat(other.statusCode()).isEqualTo(200);
    other.body().close();
  }

  /** Whether the detached JWS over a manifest is by the key that is published (RFC 7797, ES256). */
  boolean isSigned(Path folder) throws Exception {
    String[] parts = Files.readString(folder.resolve("manifest.json.jws")).strip().split("\\.", -1);
    JsonNode header = Wire.MAPPER.readTree(decoded(parts[0]));
    assertThat(header.path("b64").asBoolean(true)).isFalse();
    assertThat(header.path("alg").asText()).isEqualTo("ES256");
    assertThat(parts[1]).isEmpty();
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(key(header.path("kid").asText()));
    signature.update((parts[0] + ".").getBytes(UTF_8));
    signature.update(Files.readAllBytes(folder.resolve("manifest.json")));
    return signature.verify(decoded(parts[2]));
  }

  private PublicKey key(String kid) throws Exception {
    // Whoever verifies needs no token.
    String keys = Wire.to(server).get("/financial-aid/api/jwks.json", Wire.JSON).body();
    for (JsonNode each : Wire.MAPPER.readTree(keys).path("keys")) {
      if (each.path("kid").asText().equals(kid)) {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point =
            new ECPoint(
                new BigInteger(1, decoded(each.path("x").asText())),
                new BigInteger(1, decoded(each.path("y").asText())));
        return KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
      }
    }
    throw new AssertionError("no key " + kid + " in " + keys);
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
