package org.vellum.platform.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vellum.platform.fetch.WebClient.Answer.Answered;
import org.vellum.platform.fetch.WebClient.Answer.Failed;
import org.vellum.platform.json.Json;

/** A server while it is asked for JSON, with a token where it wants one. */
public final class JsonServer {
  private static final Duration TOKEN_TIME = Duration.ofSeconds(15);
  private static final int LARGEST_TOKEN = 100_000;
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,6000}");
  private static final Pattern JSON =
      Pattern.compile("application/(?:[a-z0-9.+-]+\\+)?json|text/json");
  private static final Set<Integer> WANTS_OTHERWISE = Set.of(400, 401);

  private final WebClient client;
  private final String origin;
  private final Optional<String> token;

  private JsonServer(WebClient client, String origin, Optional<String> token) {
    this.client = client;
    this.origin = origin;
    this.token = token;
  }

  /**
   * A document as it came.
   *
   * @param bytes its bytes
   * @param tree what they say
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
  public record Document(byte[] bytes, JsonNode tree) {}

  /**
   * A server.
   *
   * @param address an address of it: the token is told to this server and to no other
   * @throws RemoteException if its token server gives no token
   */
  public static JsonServer of(
      WebClient client, URI address, Optional<ClientCredentials> credentials)
      throws RemoteException {
    Optional<String> token = Optional.empty();
    if (credentials.isPresent()) {
      token = Optional.of(token(client, credentials.get()));
    }
    return new JsonServer(client, origin(address), token);
  }

  /**
   * An address as a person gave it.
   *
   * @throws RemoteException if it is none, or not of https
   */
  public static URI address(String text) throws RemoteException {
    try {
      URI uri = new URI(text.strip());
      if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
        throw new RemoteException("Only https addresses are fetched.");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new RemoteException("This is not an address.");
    }
  }

  /**
   * The JSON document at an address.
   *
   * @param largest how many bytes it may have
   * @param time how long it may take
   */
  public Document get(URI address, int largest, Duration time) throws RemoteException {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "application/json");
    if (origin(address).equals(origin)) {
      token.ifPresent(given -> headers.put("Authorization", "Bearer " + given));
    }
    WebRequest request =
        new WebRequest(
            address,
            headers,
            Optional.empty(),
            type -> JSON.matcher(type).matches(),
            largest,
            time);
    Answered answer = answered(client.send(request), "It could not be fetched: ");
    if (answer.status() == 401 || answer.status() == 403) {
      throw new RemoteException(
          "Its server does not let us read it; it may want a sign-in.", answer.status());
    }
    if (answer.status() != 200) {
      throw new RemoteException(
          "Its server answered with status " + answer.status() + ".", answer.status());
    }
    return new Document(answer.body(), tree(answer.body()));
  }

  private static String token(WebClient client, ClientCredentials credentials)
      throws RemoteException {
    URI address = address(credentials.tokenAddress());
    String form =
        "grant_type=client_credentials"
            + (credentials.scope().isEmpty() ? "" : "&scope=" + encoded(credentials.scope()));
    // RFC 6749, section 2.3.1: a server must take Basic; some take the secret in the body only.
    String pair = encoded(credentials.clientId()) + ":" + encoded(credentials.clientSecret());
    String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    Answered answer = ask(client, address, Map.of("Authorization", basic), form);
    if (WANTS_OTHERWISE.contains(answer.status())) {
      String inBody =
          form
              + "&client_id="
              + encoded(credentials.clientId())
              + "&client_secret="
              + encoded(credentials.clientSecret());
      answer = ask(client, address, Map.of(), inBody);
    }
    if (answer.status() != 200) {
      throw new RemoteException("The token server refused with status " + answer.status() + ".");
    }
    String token = tree(answer.body()).path("access_token").asText();
    if (!TOKEN.matcher(token).matches()) {
      throw new RemoteException("The token server gave no token.");
    }
    return token;
  }

  private static Answered ask(
      WebClient client, URI address, Map<String, String> headers, String form)
      throws RemoteException {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Accept", "application/json");
    WebRequest request =
        new WebRequest(
            address,
            all,
            Optional.of(form),
            type -> JSON.matcher(type).matches(),
            LARGEST_TOKEN,
            TOKEN_TIME);
    return answered(client.send(request), "The token could not be fetched: ");
  }

  private static Answered answered(WebClient.Answer answer, String before) throws RemoteException {
    return switch (answer) {
      case Answered answered -> answered;
      case Failed failed -> throw new RemoteException(before + failed.why() + ".");
    };
  }

  private static JsonNode tree(byte[] json) throws RemoteException {
    try {
      return Json.mapper().readTree(json);
    } catch (IOException e) {
      throw new RemoteException("What its server sent is not JSON.");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String origin(URI address) {
    return address.getHost() + ":" + (address.getPort() < 0 ? 443 : address.getPort());
  }
}
