package org.vellum.credentials.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.vellum.credentials.verification.Fetched;

/** Fetches the documents that a stranger's credential names, over the {@link WebClient}. */
public final class HttpDocuments {
  private static final int LARGEST = 10_000_000;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Pattern JSON =
      Pattern.compile(
          "application/(?:json|vc|vp|jwt|did|pem-certificate-chain|pkix-cert"
              + "|(?:[a-z0-9.+-]+\\+)?(?:json|jwt))|text/plain|image/png|image/svg\\+xml");
  private static final String ACCEPT =
      "application/vc+ld+json, application/did+ld+json, application/did+json,"
          + " application/ld+json, application/json, application/vc";

  private final WebClient client;

  /**
   * A fetcher over connections of the caller's.
   *
   * @param resolver finds the addresses of servers
   * @param admitted whether an address may be connected to
   * @param transport opens connections
   */
  public HttpDocuments(Resolver resolver, Predicate<InetAddress> admitted, Transport transport) {
    this(new WebClient(resolver, admitted, transport));
  }

  private HttpDocuments(WebClient client) {
    this.client = client;
  }

  /** The fetcher for the public Internet. */
  public static HttpDocuments ofTheInternet() {
    return new HttpDocuments(WebClient.ofTheInternet());
  }

  /** Fetches a document within ten seconds; as {@code Documents}, {@code fetcher::fetch}. */
  public Fetched fetch(URI url) {
    return fetch(url, LONGEST);
  }

  /**
   * Fetches a document.
   *
   * @param uri where from
   * @param time how long all of it may take, more than zero
   */
  public Fetched fetch(URI uri, Duration time) {
    WebRequest request =
        new WebRequest(
            uri,
            Map.of("Accept", ACCEPT),
            Optional.empty(),
            type -> JSON.matcher(type).matches(),
            LARGEST,
            time);
    return switch (client.send(request)) {
      case WebClient.Answer.Failed failed -> new Fetched.Unreachable(failed.why());
      case WebClient.Answer.Answered answer -> judged(answer);
    };
  }

  private static Fetched judged(WebClient.Answer.Answered answer) {
    return switch (answer.status()) {
      case 200 -> new Fetched.Found(answer.body(), answer.mediaType());
      case GONE -> new Fetched.Gone("its server says that it is gone");
      case NOT_FOUND -> new Fetched.Missing("its server says that there is no such document");
      default -> new Fetched.Unreachable("its server answered with status " + answer.status());
    };
  }
}
