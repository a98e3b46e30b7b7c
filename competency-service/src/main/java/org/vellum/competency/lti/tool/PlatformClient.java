package org.vellum.competency.lti.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.Queries;
import org.vellum.platform.fetch.WebClient;
import org.vellum.platform.fetch.WebClient.Answer;
import org.vellum.platform.fetch.WebRequest;
import org.vellum.platform.json.Json;
import org.vellum.platform.signing.TokenSigner;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.Component;

/**
 * Asks platforms for tokens and pages, as the client that we are there (IMS Security Framework 1.0,
 * section 4.1; AGS 2.0, section 3).
 */
@Component
public class PlatformClient {
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final int LARGEST_PAGE = 5_000_000;
  private static final int LARGEST_TOKEN = 100_000;
  private static final long ASSERTION_SECONDS = 300;
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,6000}");
  private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
  private static final Pattern NEXT =
      Pattern.compile(
          ";\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next\\b)",
          Pattern.CASE_INSENSITIVE);

  private final WebClient client;
  private final TokenSigner signer;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public PlatformClient(WebClient client, TokenSigner signer, Clock clock, Ids ids) {
    this.client = client;
    this.signer = signer;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * A page of a list.
   *
   * @param body what it says
   * @param next the address of the next page, as the platform gave it
   */
  record Page(JsonNode body, Optional<String> next) {}

  /** Asks for a token with these scopes. */
  String token(LtiPlatform platform, String scope) throws PlatformException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "client_credentials");
    fields.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    fields.put("client_assertion", assertion(platform));
    fields.put("scope", scope);
    String form = Queries.of(fields);
    Answer.Answered answer =
        sent(
            new WebRequest(
                address(platform.tokenUri()),
                Map.of("Accept", "application/json"),
                Optional.of(form),
                type -> true,
                LARGEST_TOKEN,
                TIME),
            "no token could be fetched: ");
    if (answer.status() != 200) {
      throw new PlatformException("its token endpoint refused with status " + answer.status());
    }
    String token = tree(answer).path("access_token").asText();
    if (!TOKEN.matcher(token).matches()) {
      throw new PlatformException("its token endpoint gave no token");
    }
    return token;
  }

  /** RFC 7523, section 3, with a new identifier each time. */
  private String assertion(LtiPlatform platform) {
    long now = clock.instant().getEpochSecond();
    ObjectNode claims = Json.mapper().createObjectNode();
    claims
        .put("iss", platform.clientId())
        .put("sub", platform.clientId())
        .put("aud", platform.tokenAudience().orElse(platform.tokenUri()))
        .put("iat", now)
        .put("exp", now + ASSERTION_SECONDS)
        .put("jti", ids.next().toString());
    return signer.sign(claims);
  }

  /**
   * Reads a page.
   *
   * @param accept the media type that the standard has for it
   */
  Page page(String address, String token, String accept) throws PlatformException {
    Answer.Answered answer =
        sent(
            new WebRequest(
                address(address),
                Map.of("Accept", accept, "Authorization", "Bearer " + token),
                Optional.empty(),
                type -> type.endsWith("json"),
                LARGEST_PAGE,
                TIME),
            "a page could not be fetched: ");
    if (answer.status() != 200) {
      throw new PlatformException("it answered with status " + answer.status());
    }
    String link = answer.headers().getOrDefault("link", "");
    return new Page(tree(answer), next(link, address));
  }

  /** RFC 8288: the target of the link whose relation is {@code next}, whatever else there is. */
  static Optional<String> next(String header, String address) {
    Matcher links = LINK.matcher(header);
    while (links.find()) {
      if (NEXT.matcher(links.group(2)).find()) {
        try {
          String next = URI.create(address).resolve(links.group(1).strip()).toString();
          return Optional.of(next).filter(LtiTool::isAddress);
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Sends JSON and reads JSON, for registration; any answer of the 200s is one. */
  JsonNode exchange(String address, Optional<ObjectNode> body, Optional<String> token)
      throws PlatformException {
    Map<String, String> headers =
        token
            .map(value -> Map.of("Accept", "application/json", "Authorization", "Bearer " + value))
            .orElseGet(() -> Map.of("Accept", "application/json"));
    Answer.Answered answer =
        sent(
            new WebRequest(
                address(address),
                headers,
                body.map(ObjectNode::toString),
                "application/json",
                type -> true,
                LARGEST_TOKEN,
                TIME),
            "it could not be asked: ");
    if (answer.status() / 100 != 2) {
      throw new PlatformException("it answered with status " + answer.status());
    }
    return tree(answer);
  }

  private Answer.Answered sent(WebRequest request, String before) throws PlatformException {
    return switch (client.send(request)) {
      case Answer.Answered answered -> answered;
      case Answer.Failed failed -> throw new PlatformException(before + failed.why());
    };
  }

  private static JsonNode tree(Answer.Answered answer) throws PlatformException {
    try {
      return Json.mapper().readTree(new String(answer.body(), UTF_8));
    } catch (IOException e) {
      throw new PlatformException("what it sent is not JSON");
    }
  }

  private static URI address(String text) throws PlatformException {
    if (!LtiTool.isAddress(text)) {
      throw new PlatformException("what it names is no address");
    }
    return URI.create(text);
  }
}
