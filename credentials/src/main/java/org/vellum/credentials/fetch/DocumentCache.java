package org.vellum.credentials.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vellum.credentials.verification.Documents;
import org.vellum.credentials.verification.Fetched;

/**
 * Documents kept for a while, the least used forgotten first. Only what was found is kept. A status
 * list that asks to be kept for less by its {@code ttl} is kept for less (Bitstring Status List
 * 1.0, section 2.2). Safe for use by many threads.
 */
public final class DocumentCache {
  private static final int MOST = 100;
  private static final int LARGEST = 1_000_000;

  /** In milliseconds, in a credential that is JSON. */
  private static final Pattern TTL = Pattern.compile("\"ttl\"\\s*:\\s*\"?([0-9]{1,12})");

  private final Duration lifetime;
  private final InstantSource clock;
  private final Map<URI, Kept> kept =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Kept> eldest) {
          return size() > MOST;
        }
      };

  /**
   * An empty cache.
   *
   * @param lifetime how long a document is kept at most
   * @param clock what tells the time
   */
  public DocumentCache(Duration lifetime, InstantSource clock) {
    this.lifetime = lifetime;
    this.clock = clock;
  }

  private record Kept(Fetched.Found document, Instant until) {}

  /** What is kept here, and for all else the other documents. */
  public Documents before(Documents others) {
    return url -> {
      Optional<Fetched> known = find(url);
      if (known.isPresent()) {
        return known.get();
      }
      Fetched fetched = others.fetch(url);
      keep(url, fetched);
      return fetched;
    };
  }

  private synchronized Optional<Fetched> find(URI url) {
    return Optional.ofNullable(kept.get(url))
        .filter(each -> clock.instant().isBefore(each.until()))
        .map(Kept::document);
  }

  private synchronized void keep(URI url, Fetched fetched) {
    if (fetched instanceof Fetched.Found found && found.body().length <= LARGEST) {
      kept.put(url, new Kept(found, clock.instant().plus(lifetime(found))));
    }
  }

  private Duration lifetime(Fetched.Found found) {
    Matcher ttl = TTL.matcher(new String(found.body(), ISO_8859_1));
    if (!ttl.find()) {
      return lifetime;
    }
    Duration asked = Duration.ofMillis(Long.parseLong(ttl.group(1)));
    return asked.compareTo(lifetime) < 0 ? asked : lifetime;
  }
}
