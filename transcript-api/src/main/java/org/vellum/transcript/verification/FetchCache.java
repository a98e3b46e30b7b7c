package org.vellum.transcript.verification;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vellum.credentials.verification.Fetched;

/** Documents of other issuers, kept for a minute, the least used forgotten first. */
final class FetchCache {
  private static final Duration LIFETIME = Duration.ofMinutes(1);
  private static final int MOST = 100;
  private static final int LARGEST = 200_000;

  private final Clock clock;
  private final Map<URI, Kept> kept =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Kept> eldest) {
          return size() > MOST;
        }
      };

  FetchCache(Clock clock) {
    this.clock = clock;
  }

  private record Kept(Fetched.Found document, Instant until) {}

  synchronized Optional<Fetched> find(URI uri) {
    return Optional.ofNullable(kept.get(uri))
        .filter(each -> clock.instant().isBefore(each.until()))
        .map(Kept::document);
  }

  synchronized void keep(URI uri, Fetched fetched) {
    if (fetched instanceof Fetched.Found found && found.body().length <= LARGEST) {
      kept.put(uri, new Kept(found, clock.instant().plus(LIFETIME)));
    }
  }
}
