package org.vellum.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Database;
import org.vellum.platform.persistence.Schemas;
import org.vellum.platform.time.MovingClock;
import org.vellum.testsupport.TestDatabase;

class RateLimitTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform").emptyAfterEach("platform");

  private final MovingClock clock = new MovingClock("2026-03-01T10:00:10Z");
  private final Jdbi jdbi = Database.over(database.dataSource());
  private final RateLimit limit = new RateLimit(jdbi, clock);

  @Test
  void as_many_are_allowed_as_the_maximum_says() {
    assertThat(limit.allow("a", 2, MINUTE)).isTrue();
    assertThat(limit.allow("a", 2, MINUTE)).isTrue();
    assertThat(limit.allow("a", 2, MINUTE)).isFalse();
    assertThat(limit.allow("b", 2, MINUTE)).isTrue();
  }

  @Test
  void a_new_window_begins_at_zero() {
    assertThat(limit.allow("a", 1, MINUTE)).isTrue();
    clock.advance(Duration.ofSeconds(49));
    assertThat(limit.allow("a", 1, MINUTE)).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(limit.allow("a", 1, MINUTE)).isTrue();
  }

  @Test
  void what_is_forgotten_counts_no_more() {
    assertThat(limit.allow("a", 1, MINUTE)).isTrue();
    limit.forget("a");
    assertThat(limit.allow("a", 1, MINUTE)).isTrue();
  }

  @Test
  void what_one_limit_refuses_is_not_counted_by_the_next() {
    RateLimit.Allowance few = new RateLimit.Allowance("few", 1, MINUTE);
    RateLimit.Allowance many = new RateLimit.Allowance("many", 2, Duration.ofDays(1));
    assertThat(limit.findExceeded(List.of(few, many))).isEmpty();
    assertThat(limit.findExceeded(List.of(few, many))).contains(few);
    clock.advance(MINUTE);
    assertThat(limit.findExceeded(List.of(few, many))).isEmpty();
    clock.advance(MINUTE);
    assertThat(limit.findExceeded(List.of(few, many))).contains(many);
  }

  @Test
  void attempts_at_the_same_time_are_all_counted() throws Exception {
    List<Future<Boolean>> attempts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        attempts.add(threads.submit(() -> limit.allow("a", 10, MINUTE)));
      }
    }
    int allowed = 0;
    for (Future<Boolean> attempt : attempts) {
      allowed += attempt.get() ? 1 : 0;
    }
    assertThat(allowed).isEqualTo(10);
  }

  @Test
  void what_nobody_asks_about_any_more_is_not_kept_for_ever() {
    for (int i = 0; i < 5; i++) {
      limit.allow("old:" + i, 1, MINUTE);
    }
    clock.advance(Duration.ofDays(2));
    limit.allow("new", 1, MINUTE);
    assertThat(rows()).isEqualTo(1);
  }

  private int rows() {
    return jdbi.withHandle(handle ->
        handle.createQuery("select count(*) from platform.attempt").mapTo(Integer.class).one());
  }
}
