package org.vellum.transcript.verification;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Fetched;
import org.vellum.platform.usecase.Component;

/** Gives verifications their documents: our own from here, all others from the Internet. */
@Component
public class KnownDocuments {
  private static final Duration FOR_ONE = Duration.ofSeconds(10);
  private static final Duration FOR_ALL = Duration.ofSeconds(30);

  private final OwnDocuments own;
  private final SafeFetcher fetcher;
  private final FetchCache cache;
  private final Clock clock;

  @Inject
  public KnownDocuments(OwnDocuments own, Clock clock) {
    this(own, SafeFetcher.ofTheInternet(), clock);
  }

  KnownDocuments(OwnDocuments own, SafeFetcher fetcher, Clock clock) {
    this.own = own;
    this.fetcher = fetcher;
    this.cache = new FetchCache(clock);
    this.clock = clock;
  }

  /** For one verification, which waits half a minute at most for all that it fetches. */
  Documents forOneVerification() {
    Instant end = clock.instant().plus(FOR_ALL);
    return uri -> own.holds(uri) ? own.get(uri) : foreign(uri, end);
  }

  private Fetched foreign(URI uri, Instant end) {
    Optional<Fetched> known = cache.find(uri);
    if (known.isPresent()) {
      return known.get();
    }
    Duration left = Duration.between(clock.instant(), end);
    if (!left.isPositive()) {
      return new Fetched.Unreachable("fetching all that the credential points to takes too long");
    }
    Fetched fetched = fetcher.fetch(uri, left.compareTo(FOR_ONE) < 0 ? left : FOR_ONE);
    cache.keep(uri, fetched);
    return fetched;
  }
}
