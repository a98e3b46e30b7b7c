package org.vellum.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.vellum.platform.usecase.Component;

/** Counts attempts in fixed windows of time. */
@Component
public class RateLimit {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(1);
  private static final int FORGOTTEN_AT_ONCE = 100;

  private final Jdbi jdbi;
  private final Clock clock;

  @jakarta.inject.Inject
  public RateLimit(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Counts one attempt and says whether it is still within the limit. Call it outside a transaction
   * that may be rolled back, or the count goes with it.
   *
   * @param key what is limited, without personal data: {@code share-code:<share id>}
   * @param maximum how many attempts a window allows, at least 1
   * @param window length of the window, from a second to a day
   */
  public boolean allow(String key, int maximum, Duration window) {
    return count(key, window) <= maximum;
  }

  private int count(String key, Duration window) {
    long seconds = window.toSeconds();
    Instant start =
        Instant.ofEpochSecond(Math.floorDiv(clock.instant().getEpochSecond(), seconds) * seconds);
    return jdbi.withHandle(handle -> {
      int count =
          handle
              .createQuery(
                  """
                  insert into platform.attempt (key, window_start, count) values (:key, :start, 1)
                  on conflict (key, window_start) do update set count = attempt.count + 1
                  returning count
                  """)
              .bind("key", key)
              .bind("start", start)
              .mapTo(Integer.class)
              .one();
      if (count == 1) {
        forgetOld(handle);
      }
      return count;
    });
  }

  /**
   * Forgets some attempts of windows that ended, whoever made them, whenever a window begins: the
   * keys that strangers try are without number, and each adds a row at its first attempt only. What
   * another node is forgetting just now is left to it.
   */
  private void forgetOld(Handle handle) {
    handle
        .createUpdate(
            """
            delete from platform.attempt where (key, window_start) in (
              select key, window_start from platform.attempt where window_start < :old
              limit :some for update skip locked)
            """)
        .bind("old", clock.instant().minus(LONGEST_WINDOW))
        .bind("some", FORGOTTEN_AT_ONCE)
        .execute();
  }

  /** Forgets all attempts, after one that proved to be rightful. */
  public void forget(String key) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("delete from platform.attempt where key = :key")
            .bind("key", key)
            .execute());
  }
}
