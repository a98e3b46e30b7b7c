package org.vellum.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import jakarta.inject.Inject;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.vellum.platform.usecase.Component;

/** What this server could not do with the cluster when it tried last, in words for an operator. */
@Component
public class Troubles {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int DEEPEST_CAUSE = 10;

  private final Clock clock;
  private final Map<Work, Trouble> all = new ConcurrentHashMap<>();

  @Inject
  Troubles(Clock clock) {
    this.clock = clock;
  }

  /** What is done with the cluster. */
  public enum Work {
    SEARCH,
    FEED,
    REBUILD
  }

  /**
   * What went wrong.
   *
   * @param at when it was tried last
   * @param words what to look at, in a sentence
   */
  public record Trouble(Instant at, String words) {}

  void note(Work work, Throwable thrown) {
    all.put(work, new Trouble(clock.instant(), words(thrown)));
  }

  /** It could be done again. */
  void over(Work work) {
    all.remove(work);
  }

  /** What is wrong at present; searching first, then bringing changes. */
  public Optional<Trouble> find() {
    return Stream.of(Work.values()).flatMap(each -> find(each).stream()).findFirst();
  }

  /** What is wrong with one kind of work. */
  public Optional<Trouble> find(Work work) {
    return Optional.ofNullable(all.get(work));
  }

  private static String words(Throwable thrown) {
    int status = 0;
    for (Throwable cause : causes(thrown)) {
      if (cause instanceof CertificateException || cause instanceof SSLException) {
        return "The cluster's certificate is not trusted, or TLS fails: see"
            + " vellum.search.elasticsearch-certificate.";
      }
      if (cause instanceof ElasticsearchException refused) {
        status = refused.status();
      } else if (cause instanceof TransportException refused) {
        status = Math.max(status, refused.statusCode());
      }
    }
    return switch (status) {
      case UNAUTHORIZED ->
          "The cluster refuses the API key: see vellum.search.elasticsearch-api-key.";
      case FORBIDDEN -> "The API key lacks a privilege that docs/search.md names.";
      case 0, -1 -> "The cluster does not answer: " + innermost(thrown) + ".";
      default -> "The cluster answers with status " + status + ".";
    };
  }

  /** The class alone: messages may hold addresses, and what was asked. */
  private static String innermost(Throwable thrown) {
    return causes(thrown).getLast().getClass().getSimpleName();
  }

  private static java.util.List<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .toList();
  }
}
