package org.vellum.platform.jose;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vellum.platform.fetch.WebClient;
import org.vellum.platform.fetch.WebRequest;
import org.vellum.platform.usecase.Component;

/**
 * The key sets that others publish at an address ({@code jwks_uri}). A set is kept for an hour, and
 * fetched anew before that for a token that names a key it lacks, at most once a minute: so the
 * other side changes its keys as it likes, and nobody makes us ask it without end. Never asked in a
 * transaction, since a server may be slow.
 */
@Component
public class RemoteKeys {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final int LARGEST = 200_000;
  private static final int MOST = 1_000;

  private final WebClient client;
  private final Clock clock;
  private final Map<URI, Fetched> kept = new ConcurrentHashMap<>();

  @Inject
  public RemoteKeys(WebClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** What is kept of an address: its keys, when they were got, and when they were asked for. */
  private record Fetched(Optional<PublicKeys> keys, Instant gotAt, Instant at) {
    /** What is left of it while its server is away. */
    Optional<PublicKeys> keysStill(Instant now) {
      return keys.filter(any -> now.isBefore(gotAt.plus(LONGEST)));
    }
  }

  /** Whether a key that is published at the address signed the token. */
  public boolean signed(SignedToken token, URI address) {
    Fetched known = kept.get(address);
    Instant now = clock.instant();
    if (known == null || isDue(known, token, now)) {
      known = fetch(address, Optional.ofNullable(known), now);
    }
    return known.keys().filter(token::isSignedBy).isPresent();
  }

  private static boolean isDue(Fetched known, SignedToken token, Instant now) {
    boolean lacks = known.keys().isEmpty() || token.namesNoneOf(known.keys().get());
    return known.at().plus(lacks ? PAUSE : FRESH).isBefore(now);
  }

  private Fetched fetch(URI address, Optional<Fetched> known, Instant now) {
    WebRequest request =
        new WebRequest(
            address,
            Map.of("Accept", "application/jwk-set+json, application/json"),
            Optional.empty(),
            type -> true,
            LARGEST,
            TIME);
    Optional<PublicKeys> got =
        switch (client.send(request)) {
          case WebClient.Answer.Answered answer when answer.status() == 200 ->
              PublicKeys.parse(new String(answer.body(), UTF_8));
          case WebClient.Answer.Answered answer -> Optional.empty();
          case WebClient.Answer.Failed failed -> Optional.empty();
        };
    // A server that is away for a while takes nothing from what it said before, for a day.
    Fetched fetched =
        got.isPresent()
            ? new Fetched(got, now, now)
            : new Fetched(
                known.flatMap(before -> before.keysStill(now)),
                known.map(Fetched::gotAt).orElse(now),
                now);
    if (kept.size() >= MOST) {
      kept.clear();
    }
    kept.put(address, fetched);
    return fetched;
  }
}
