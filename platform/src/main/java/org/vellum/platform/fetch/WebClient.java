package org.vellum.platform.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/**
 * Sends requests to addresses that strangers name, without becoming their way into the network in
 * which this server stands (server-side request forgery).
 *
 * <p>A server's name is looked up once. Every address that comes back must be a public one, and the
 * connection is made to an address of that very answer: the name is not looked up again, so an
 * answer that changes between check and use (DNS rebinding) changes nothing. The name is used only
 * for TLS, which must prove it, and for the header {@code Host}. {@code java.net.http} cannot be
 * told to connect to a given address under another name, hence a plain request of our own. Every
 * redirection begins this anew. Time is bounded as a whole, not step by step: the work is done on a
 * virtual thread, whose interruption closes the socket on which it waits. A compressed answer is
 * bounded by what it holds.
 */
public final class WebClient {
  private static final int MOST_REDIRECTS = 3;
  private static final int AT_ONCE = 20;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Resolver resolver;
  private final Predicate<InetAddress> admitted;
  private final Transport transport;
  private final Set<String> internal;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * A client over connections of the caller's.
   *
   * @param resolver finds the addresses of servers
   * @param admitted whether an address may be connected to
   * @param transport opens connections
   */
  public WebClient(Resolver resolver, Predicate<InetAddress> admitted, Transport transport) {
    this(resolver, admitted, transport, Set.of());
  }

  private WebClient(
      Resolver resolver,
      Predicate<InetAddress> admitted,
      Transport transport,
      Set<String> internal) {
    this.resolver = resolver;
    this.admitted = admitted;
    this.transport = transport;
    this.internal = Set.copyOf(internal);
  }

  /** The client for the public Internet. */
  public static WebClient ofTheInternet() {
    return new WebClient(Resolver.system(), PublicAddresses::includes, Transport.tls());
  }

  /**
   * The client for the public Internet and for servers of the operator's own network.
   *
   * @param internal the origins of these servers, such as {@code https://lms.campus.example}: they
   *     may have any address, and are spoken to without TLS where the origin says {@code http}
   */
  public static WebClient ofTheInternetAnd(Set<String> internal) {
    return new WebClient(Resolver.system(), PublicAddresses::includes, Transport.tls(), internal);
  }

  /** What came of a request. */
  public sealed interface Answer {
    /**
     * The server answered.
     *
     * @param status its status code, never a redirection
     * @param headers its headers, by their names in lower case; several of one name with commas
     * @param mediaType the media type without parameters, in lower case; empty if none is named
     * @param body its bytes, not compressed
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a parser, never compared
    record Answered(int status, Map<String, String> headers, String mediaType, byte[] body)
        implements Answer {
      public Answered {
        headers = Map.copyOf(headers);
      }
    }

    /**
     * There is no answer that could be read.
     *
     * @param why half a sentence for a person, which tells nothing of the network behind this
     *     server
     */
    record Failed(String why) implements Answer {}
  }

  /** Sends a request. Never throws for what the network does. */
  public Answer send(WebRequest request) {
    if (!places.tryAcquire()) {
      return new Answer.Failed("too many documents are being fetched; try again soon");
    }
    FutureTask<Answer> task = new FutureTask<>(() -> follow(request));
    Thread.ofVirtual().name("fetch").start(task);
    try {
      return task.get(request.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Answer.Failed("its server did not answer in time");
    } catch (ExecutionException e) {
      return new Answer.Failed(why(e, request));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("this server is stopping");
    } finally {
      task.cancel(true);
      places.release();
    }
  }

  private Answer follow(WebRequest request) throws IOException, Target.RefusedException {
    Target first = Target.of(request.uri(), internal);
    Target target = first;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpAnswer answer = exchange(request, target, target.isSameServer(first));
      String location = answer.headers().get("location");
      if (!REDIRECTS.contains(answer.status()) || location == null) {
        return judged(request, answer);
      }
      if (request.form().isPresent()) {
        return new Answer.Failed("it redirects what was sent to it");
      }
      target = target.redirected(location, internal);
    }
    return new Answer.Failed("it redirects more than " + MOST_REDIRECTS + " times");
  }

  private static Answer judged(WebRequest request, HttpAnswer answer) {
    if (answer.status() == 200 && !request.mediaTypes().test(answer.mediaType())) {
      return new Answer.Failed("what is there is no kind of document that is read here");
    }
    return new Answer.Answered(
        answer.status(), answer.headers(), answer.mediaType(), answer.body());
  }

  private HttpAnswer exchange(WebRequest request, Target target, boolean sameServer)
      throws IOException, Target.RefusedException {
    List<InetAddress> addresses = resolver.addresses(target.host());
    if (addresses.isEmpty() || !(target.isInternal() || addresses.stream().allMatch(admitted))) {
      throw new Target.RefusedException("its server is not on the public Internet");
    }
    try (Socket socket = connected(target, addresses, (int) request.time().toMillis())) {
      OutputStream out = socket.getOutputStream();
      out.write(head(request, target, sameServer));
      out.write(request.body());
      out.flush();
      return HttpAnswer.read(new BufferedInputStream(socket.getInputStream()), request.largest());
    }
  }

  private Socket connected(Target target, List<InetAddress> addresses, int timeout)
      throws IOException {
    IOException last = new UnknownHostException(target.host());
    for (InetAddress address : addresses) {
      try {
        InetSocketAddress end = new InetSocketAddress(address, target.port());
        return (target.isPlain() ? Transport.plain() : transport)
            .connect(end, target.host(), timeout);
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static byte[] head(WebRequest request, Target target, boolean sameServer) {
    StringBuilder text = new StringBuilder();
    text.append(request.form().isPresent() ? "POST " : "GET ")
        .append(target.requestTarget())
        .append(" HTTP/1.1\nHost: ")
        .append(target.hostHeader())
        .append("\nAccept-Encoding: identity\nUser-Agent: Vellum\nConnection: close\n");
    if (request.form().isPresent()) {
      text.append("Content-Type: ")
          .append(request.formType())
          .append("\nContent-Length: ")
          .append(request.body().length)
          .append('\n');
    }
    request
        .headers()
        .forEach((name, value) -> {
          // Whoever the address redirects to is not whom a secret is for.
          if (sameServer || name.equals("Accept")) {
            text.append(name).append(": ").append(value).append('\n');
          }
        });
    return text.append('\n').toString().replace("\n", "\r\n").getBytes(US_ASCII);
  }

  /** In our own words: what a library says may tell of the network behind this server. */
  private static String why(ExecutionException thrown, WebRequest request) {
    return switch (thrown.getCause()) {
      case Target.RefusedException refused -> String.valueOf(refused.getMessage());
      case HttpAnswer.TooLargeException tooLarge ->
          "it is larger than " + request.largest() / 1_000_000 + " MB";
      case UnknownHostException unknown -> "its server has no address";
      case SSLException untrusted -> "its server could not prove that it is the one named";
      case IOException broken -> "its server could not be reached or broke off";
      case null, default -> "it could not be fetched";
    };
  }
}
