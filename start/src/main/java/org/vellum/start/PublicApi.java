package org.vellum.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One caller of Vellum's public interfaces: a person who signed in by the form, or a machine with
 * an access token. A caller keeps its cookies, so each person needs one of its own. Requests that
 * may be repeated safely (GET, PUT) are, three times at most, when no answer came or the server
 * asked to wait.
 */
public final class PublicApi {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int ATTEMPTS = 3;
  private static final int FIRST_REFUSAL = 400;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final long PAUSE_MILLIS = 500;
  private static final String CSRF_COOKIE = "vellum-csrf";
  private static final String CSRF_HEADER = "X-CSRF-Token";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern DETAIL =
      Pattern.compile(
          "\"(?:detail|imsx_description|error_description)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)");
  private static final Pattern ALERT = Pattern.compile("role=\"alert\">([^<]*)<");
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

  private final URI address;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(10)).build();
  private @Nullable String token;

  /** A caller whom the server does not know yet. */
  public PublicApi(URI address) {
    this.address = address;
  }

  /**
   * Signs a person in by the form of the sign-in page.
   *
   * @throws ApiRefused when the name and password do not fit
   */
  public void signIn(String name, String password) throws ApiRefused {
    get("/sign-in", "text/html");
    postForm(
        "/sign-in",
        Map.of("name", name, "password", password, "next", "/", "csrf", csrf().orElse("")));
  }

  /**
   * Gets an access token by client credentials (RFC 6749, section 4.4), which all later requests
   * carry.
   */
  public void authorize(String clientId, String clientSecret, String scope) throws ApiRefused {
    String basic =
        Base64.getEncoder()
            .encodeToString((encoded(clientId) + ":" + encoded(clientSecret)).getBytes(UTF_8));
    HttpRequest.Builder request =
        request("/oauth/token", "application/json")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", FORM)
            .POST(
                form(
                    List.of(
                        Map.entry("grant_type", "client_credentials"), Map.entry("scope", scope))));
    String answer = send(request.build(), 1).body();
    Matcher found = TOKEN.matcher(answer);
    if (!found.find()) {
      throw new ApiRefused("POST /oauth/token", 0, "the answer holds no access token");
    }
    token = found.group(1);
  }

  /** Reads; the media type is the one wanted. */
  public HttpResponse<String> get(String path, String mediaType) throws ApiRefused {
    return send(request(path, mediaType).GET().build(), ATTEMPTS);
  }

  /** Writes under a name of the caller's choice, so that doing it twice does it once. */
  public HttpResponse<String> put(String path, String mediaType, String body) throws ApiRefused {
    HttpRequest request =
        request(path, "application/json")
            .header("Content-Type", mediaType)
            .PUT(BodyPublishers.ofString(body))
            .build();
    return send(request, ATTEMPTS);
  }

  /** Sends once. */
  public HttpResponse<String> post(String path, String mediaType, byte[] body) throws ApiRefused {
    return post(path, mediaType, BodyPublishers.ofByteArray(body), LIMIT);
  }

  /**
   * Sends once what need not be in memory, and may take long.
   *
   * @param limit how long it is waited for the answer
   */
  public HttpResponse<String> post(
      String path, String mediaType, HttpRequest.BodyPublisher body, Duration limit)
      throws ApiRefused {
    HttpRequest request =
        request(path, "application/json")
            .header("Content-Type", mediaType)
            .POST(body)
            .timeout(limit)
            .build();
    return send(request, 1);
  }

  /** Sends a form once, as a browser does. */
  public HttpResponse<String> postForm(String path, Map<String, String> fields) throws ApiRefused {
    return postForm(path, List.copyOf(fields.entrySet()));
  }

  /** Sends a form once in which a name may stand several times. */
  public HttpResponse<String> postForm(String path, List<Map.Entry<String, String>> fields)
      throws ApiRefused {
    HttpRequest request =
        request(path, "text/html").header("Content-Type", FORM).POST(form(fields)).build();
    return send(request, 1);
  }

  private HttpRequest.Builder request(String path, String accepted) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(LIMIT).header("Accept", accepted);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    } else {
      csrf().ifPresent(value -> request.header(CSRF_HEADER, value));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request, int attempts) throws ApiRefused {
    String what = request.method() + " " + request.uri().getPath();
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        // The JDK would send back a cookie with a version in the form of RFC 2965, which nobody
        // reads.
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
        if (answer.statusCode() < FIRST_REFUSAL) {
          return answer;
        }
        boolean later = answer.statusCode() == TOO_MANY || answer.statusCode() == UNAVAILABLE;
        if (!later || attempt == attempts) {
          throw new ApiRefused(what, answer.statusCode(), detail(answer.body()));
        }
      } catch (IOException e) {
        if (attempt == attempts) {
          throw new ApiRefused(what, 0, "no answer (" + e + ")");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ApiRefused(what, 0, "interrupted");
      }
      pause(attempt);
    }
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(PAUSE_MILLIS * attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a problem document, a 1EdTech status, an OAuth error or a page says in words. */
  private static String detail(String body) {
    return Stream.of(DETAIL, ALERT)
        .map(pattern -> pattern.matcher(body))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElse(body.startsWith("{") ? body : "no reason was given");
  }

  /** The token that a form of this caller carries; empty before the first page was read. */
  public Optional<String> csrf() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(CSRF_COOKIE))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  /** The access token that requests carry; empty for a person. */
  public Optional<String> accessToken() {
    return Optional.ofNullable(token);
  }

  private static HttpRequest.BodyPublisher form(List<Map.Entry<String, String>> fields) {
    return BodyPublishers.ofString(
        fields.stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
