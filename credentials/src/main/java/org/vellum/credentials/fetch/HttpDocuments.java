package org.vellum.credentials.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.vellum.credentials.verification.Fetched;

/**
 * Fetches documents from addresses that strangers name, without becoming their way into the network
 * in which this server stands (server-side request forgery).
 *
 * <p>A server's name is looked up once. Every address that comes back must be a public one, and the
 * connection is made to an address of that very answer: the name is not looked up again, so an
 * answer that changes between check and use (DNS rebinding) changes nothing. The name is used only
 * for TLS, which must prove it, and for the header {@code Host}. {@code java.net.http} cannot be
 * told to connect to a given address under another name, hence a plain GET of our own. Every
 * redirection begins this anew. Time is bounded as a whole, not step by step: the work is done on a
 * virtual thread, whose interruption closes the socket on which it waits.
 */
public final class HttpDocuments {
  private static final int LARGEST = 10_000_000;
  private static final int MOST_REDIRECTS = 3;
  private static final int AT_ONCE = 20;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final String JSON =
      "application/(?:json|vc|vp|jwt|did|pem-certificate-chain|pkix-cert"
          + "|(?:[a-z0-9.+-]+\\+)?(?:json|jwt))|text/plain|image/png|image/svg\\+xml";
  private static final String ACCEPT =
      "application/vc+ld+json, application/did+ld+json, application/did+json,"
          + " application/ld+json, application/json, application/vc";

  private final Resolver resolver;
  private final Predicate<InetAddress> admitted;
  private final Transport transport;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * A fetcher over connections of the caller's.
   *
   * @param resolver finds the addresses of servers
   * @param admitted whether an address may be connected to
   * @param transport opens connections
   */
  public HttpDocuments(Resolver resolver, Predicate<InetAddress> admitted, Transport transport) {
    this.resolver = resolver;
    this.admitted = admitted;
    this.transport = transport;
  }

  /** The fetcher for the public Internet. */
  public static HttpDocuments ofTheInternet() {
    return new HttpDocuments(Resolver.system(), PublicAddresses::includes, Transport.tls());
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
    if (!places.tryAcquire()) {
      return new Fetched.Unreachable("too many documents are being fetched; try again soon");
    }
    FutureTask<Fetched> task = new FutureTask<>(() -> follow(uri, time));
    Thread.ofVirtual().name("fetch").start(task);
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Fetched.Unreachable("its server did not answer in time");
    } catch (ExecutionException e) {
      return new Fetched.Unreachable(why(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Fetched.Unreachable("this server is stopping");
    } finally {
      task.cancel(true);
      places.release();
    }
  }

  private Fetched follow(URI uri, Duration time) throws IOException, Target.RefusedException {
    Target target = Target.of(uri);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpAnswer answer = get(target, (int) time.toMillis());
      String location = answer.headers().get("location");
      if (!REDIRECTS.contains(answer.status()) || location == null) {
        return judged(answer);
      }
      target = target.redirected(location);
    }
    return new Fetched.Unreachable("it redirects more than " + MOST_REDIRECTS + " times");
  }

  private static Fetched judged(HttpAnswer answer) {
    if (answer.status() == GONE) {
      return new Fetched.Gone("its server says that it is gone");
    }
    if (answer.status() == NOT_FOUND) {
      return new Fetched.Missing("its server says that there is no such document");
    }
    if (answer.status() != 200) {
      return new Fetched.Unreachable("its server answered with status " + answer.status());
    }
    if (!answer.mediaType().matches(JSON)) {
      return new Fetched.Unreachable("what is there is no kind of document that is read here");
    }
    return new Fetched.Found(answer.body(), answer.mediaType());
  }

  private HttpAnswer get(Target target, int timeout) throws IOException, Target.RefusedException {
    List<InetAddress> addresses = resolver.addresses(target.host());
    if (addresses.isEmpty() || !addresses.stream().allMatch(admitted)) {
      throw new Target.RefusedException("its server is not on the public Internet");
    }
    try (Socket socket = connected(target, addresses, timeout)) {
      socket.getOutputStream().write(request(target));
      socket.getOutputStream().flush();
      return HttpAnswer.read(new BufferedInputStream(socket.getInputStream()), LARGEST);
    }
  }

  private Socket connected(Target target, List<InetAddress> addresses, int timeout)
      throws IOException {
    IOException last = new UnknownHostException(target.host());
    for (InetAddress address : addresses) {
      try {
        InetSocketAddress end = new InetSocketAddress(address, target.port());
        return transport.connect(end, target.host(), timeout);
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static byte[] request(Target target) {
    String text =
        """
        GET %s HTTP/1.1
        Host: %s
        Accept: %s
        Accept-Encoding: identity
        User-Agent: Vellum
        Connection: close

        """
            .formatted(target.requestTarget(), target.hostHeader(), ACCEPT);
    return text.replace("\n", "\r\n").getBytes(US_ASCII);
  }

  /** In our own words: what a library says may tell of the network behind this server. */
  private static String why(ExecutionException thrown) {
    return switch (thrown.getCause()) {
      case Target.RefusedException refused -> String.valueOf(refused.getMessage());
      case HttpAnswer.TooLargeException tooLarge -> "it is larger than 10 MB";
      case UnknownHostException unknown -> "its server has no address";
      case SSLException untrusted -> "its server could not prove that it is the one named";
      case IOException broken -> "its server could not be reached or broke off";
      case null, default -> "it could not be fetched";
    };
  }
}
