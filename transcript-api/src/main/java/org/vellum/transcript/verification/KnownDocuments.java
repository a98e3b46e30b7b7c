package org.vellum.transcript.verification;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.vellum.credentials.fetch.DocumentCache;
import org.vellum.credentials.fetch.HttpDocuments;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Fetched;
import org.vellum.platform.usecase.Component;

/** Gives verifications their documents: our own from here, all others from the Internet. */
@Component
public class KnownDocuments {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration FOR_ONE = Duration.ofSeconds(10);
  private static final Duration FOR_ALL = Duration.ofSeconds(30);

  private final OwnDocuments own;
  private final HttpDocuments fetcher;
  private final DocumentCache cache;
  private final Clock clock;

  @Inject
  public KnownDocuments(OwnDocuments own, Clock clock) {
    this(own, HttpDocuments.ofTheInternet(), clock);
  }

  KnownDocuments(OwnDocuments own, HttpDocuments fetcher, Clock clock) {
    this.own = own;
    this.fetcher = fetcher;
    this.cache = new DocumentCache(KEPT, clock);
    this.clock = clock;
  }

  /** For one verification, which waits half a minute at most for all that it fetches. */
  Documents forOneVerification() {
    Instant end = clock.instant().plus(FOR_ALL);
    Documents foreign = cache.before(uri -> foreign(uri, end));
    return uri -> own.holds(uri) ? own.get(uri) : foreign.fetch(uri);
  }

  private Fetched foreign(URI uri, Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    if (!left.isPositive()) {
      return new Fetched.Unreachable("fetching all that the credential points to takes too long");
    }
    return fetcher.fetch(uri, left.compareTo(FOR_ONE) < 0 ? left : FOR_ONE);
  }
}
