package org.vellum.platform.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.persistence.Together;
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
   * How many attempts are allowed in a time.
   *
   * @param key what is limited, without personal data: {@code share-code:<share id>}
   * @param maximum how many attempts a window allows, at least 1
   * @param window length of the window, from a second to a day
   */
  public record Allowance(String key, int maximum, Duration window) {}

  /**
   * Counts one attempt and says whether it is still within the limit. Call it outside a transaction
   * that may be rolled back, or the count goes with it.
   *
   * @param key what is limited, without personal data: {@code share-code:<share id>}
   * @param maximum how many attempts a window allows, at least 1
   * @param window length of the window, from a second to a day
   */
  public boolean allow(String key, int maximum, Duration window) {
    return findExceeded(List.of(new Allowance(key, maximum, window))).isEmpty();
  }

  /**
   * Counts one attempt by several limits, one after the other until one does not allow it: what is
   * refused is counted by no limit that follows. Call it as {@link #allow}.
   *
   * @return the limit that does not allow it, if one does not
   */
  public Optional<Allowance> findExceeded(List<Allowance> limits) {
    List<Integer> counts = new ArrayList<>();
    Together together = new Together(jdbi);
    for (int place = 0; place < limits.size(); place++) {
      together.ask(
          counting(place), values(limits.get(place), place), row -> counts.add(row.getInt(1)));
    }
    together.send();
    if (counts.contains(1)) {
      jdbi.useHandle(this::forgetOld);
    }
    Allowance last = limits.get(counts.size() - 1);
    return counts.getLast() > last.maximum() ? Optional.of(last) : Optional.empty();
  }

  private static String counting(int place) {
    String before =
        """
         where exists (
          select from platform.attempt
           where key = :key%1$d and window_start = :start%1$d and count <= :maximum%1$d)
        """
            .formatted(place - 1);
    return """
    insert into platform.attempt (key, window_start, count)
    select :key%1$d, cast(:start%1$d as timestamptz), 1 %2$s
    on conflict (key, window_start) do update set count = attempt.count + 1
    returning count
    """
        .formatted(place, place == 0 ? "where true" : before);
  }

  private Consumer<Query> values(Allowance limit, int place) {
    long seconds = limit.window().toSeconds();
    Instant start =
        Instant.ofEpochSecond(Math.floorDiv(clock.instant().getEpochSecond(), seconds) * seconds);
    return query ->
        query
            .bind("key" + place, limit.key())
            .bind("start" + place, start)
            .bind("maximum" + place, limit.maximum());
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
